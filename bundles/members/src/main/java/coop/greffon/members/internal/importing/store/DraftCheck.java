package coop.greffon.members.internal.importing.store;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.validation.Validation;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.MemberDetails;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import coop.greffon.members.internal.importing.plan.MemberCheck;
import coop.greffon.members.internal.rules.MemberRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** Holds what a line wants to the same rules as what a form or a program sends. */
public final class DraftCheck implements MemberCheck {
    private static final Map<String, Field> FIELDS = Map.ofEntries(
            Map.entry("kind", Field.IS_ORGANISATION),
            Map.entry("number", Field.NUMBER),
            Map.entry("givenName", Field.GIVEN_NAME),
            Map.entry("familyName", Field.FAMILY_NAME),
            Map.entry("organisationName", Field.ORGANISATION),
            Map.entry("mails", Field.MAIL),
            Map.entry("phones", Field.PHONE),
            Map.entry("addresses", Field.STREET),
            Map.entry("language", Field.LANGUAGE),
            Map.entry("birthDate", Field.BIRTH_DATE),
            Map.entry("vat", Field.VAT),
            Map.entry("tags", Field.TAGS),
            Map.entry("notes", Field.NOTES));

    private final Validation validation;
    private final LocalDate today;
    private final BiFunction<Long, LocalDate, List<Text>> unsettled;

    /**
     * The rules of a day.
     *
     * @param unsettled what must be settled before somebody of that id leaves on that day
     */
    public DraftCheck(Validation validation, LocalDate today, BiFunction<Long, LocalDate, List<Text>> unsettled) {
        this.validation = validation;
        this.today = today;
        this.unsettled = unsettled;
    }

    @Override
    public List<Text> unsettled(long memberId, LocalDate on) {
        return unsettled.apply(memberId, on);
    }

    @Override
    public List<Problem> problemsOf(MemberDetails wanted) {
        var draft = StoredDetails.draft(wanted, Optional.empty());
        var errors = new ArrayList<>(validation.errors(draft));
        if (errors.isEmpty()) {
            errors.addAll(MemberRules.errors(draft, today));
        }
        return errors.stream().map(DraftCheck::problem).toList();
    }

    private static Problem problem(FieldError error) {
        var field = FIELDS.get(error.field().replaceFirst("[\\[.].*", ""));
        return new Problem(
                field,
                Reason.AGAINST_THE_RULES,
                Objects.requireNonNullElse(error.value(), ""),
                List.of(error.message()));
    }
}
