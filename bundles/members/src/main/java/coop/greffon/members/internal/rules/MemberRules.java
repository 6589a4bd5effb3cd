package coop.greffon.members.internal.rules;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What must hold between the fields of a record. */
public final class MemberRules {
    /** Two letters are not yet a language; a country may follow it, as in {@code fr-BE}. */
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private static final LocalDate OLDEST_BIRTH = LocalDate.of(1900, 1, 1);

    private MemberRules() {}

    /**
     * What is wrong.
     *
     * @param today the co-op's day
     */
    public static List<FieldError> errors(MemberDraft member, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        if (member.kind() == MemberKind.PERSON) {
            person(member, today, errors);
        } else {
            organisation(member, errors);
        }
        if (member.language() != null && !LANGUAGES.contains(member.language().split("-")[0])) {
            errors.add(FieldError.of("language", member.language(), Text.of("members.rule.language")));
        }
        return errors;
    }

    private static void person(MemberDraft member, LocalDate today, List<FieldError> errors) {
        if (member.givenName() == null && member.familyName() == null) {
            errors.add(FieldError.of("familyName", null, Text.of("members.rule.name-missing")));
        }
        if (member.organisationName() != null) {
            errors.add(FieldError.of(
                    "organisationName", member.organisationName(), Text.of("members.rule.only-organisation")));
        }
        if (member.vat() != null) {
            errors.add(FieldError.of("vat", member.vat(), Text.of("members.rule.only-organisation")));
        }
        LocalDate birth = member.birthDate();
        if (birth != null && (birth.isAfter(today) || birth.isBefore(OLDEST_BIRTH))) {
            errors.add(FieldError.of("birthDate", birth, Text.of("members.rule.birth-date")));
        }
    }

    private static void organisation(MemberDraft member, List<FieldError> errors) {
        if (member.organisationName() == null) {
            errors.add(FieldError.of("organisationName", null, Text.of("members.rule.name-missing")));
        }
        if (member.givenName() != null) {
            errors.add(FieldError.of("givenName", member.givenName(), Text.of("members.rule.only-person")));
        }
        if (member.familyName() != null) {
            errors.add(FieldError.of("familyName", member.familyName(), Text.of("members.rule.only-person")));
        }
        if (member.birthDate() != null) {
            errors.add(FieldError.of("birthDate", member.birthDate(), Text.of("members.rule.only-person")));
        }
    }
}
