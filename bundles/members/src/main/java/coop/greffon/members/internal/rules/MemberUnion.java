package coop.greffon.members.internal.rules;

import coop.greffon.members.MailAddress;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.Phone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of a person of whom two records spoke. */
public final class MemberUnion {
    private static final int MOST = 20;

    private MemberUnion() {}

    /**
     * All that the record that stays says, and what only the other one knew.
     *
     * @param stays its names, number and dates hold wherever it has them; its mails, phones and addresses come first
     * @param goes fills what is missing
     */
    public static MemberDraft of(MemberDraft stays, MemberDraft goes) {
        return new MemberDraft(
                stays.kind(),
                first(stays.number(), goes.number()),
                first(stays.givenName(), goes.givenName()),
                first(stays.familyName(), goes.familyName()),
                first(stays.organisationName(), goes.organisationName()),
                both(stays.mails(), goes.mails(), MemberUnion::key),
                both(stays.phones(), goes.phones(), MemberUnion::key),
                both(stays.addresses(), goes.addresses(), address -> Folding.fold(address.line())),
                first(stays.language(), goes.language()),
                first(stays.birthDate(), goes.birthDate()),
                first(stays.vat(), goes.vat()),
                Stream.concat(stays.tags().stream(), goes.tags().stream()).toList(),
                notes(stays.notes(), goes.notes()));
    }

    private static String key(MailAddress mail) {
        return mail.address().toLowerCase(Locale.ROOT);
    }

    private static String key(Phone phone) {
        return phone.number().replaceAll("\\D", "");
    }

    private static <T> T first(T stays, T goes) {
        return stays == null ? goes : stays;
    }

    private static <T> List<T> both(List<T> stays, List<T> goes, Function<T, String> key) {
        List<T> all = new ArrayList<>(stays);
        List<String> known = stays.stream().map(key).toList();
        goes.stream()
                .filter(value -> !known.contains(key.apply(value)))
                .limit(Math.max(0, MOST - stays.size()))
                .forEach(all::add);
        return all;
    }

    private static String notes(String stays, String goes) {
        return Objects.equals(stays, goes)
                ? stays
                : Stream.of(stays, goes).filter(Objects::nonNull).collect(Collectors.joining("\n\n"));
    }
}
