package coop.greffon.shifts.internal.store;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.ExternalId;
import coop.greffon.members.Household;
import coop.greffon.members.Households;
import coop.greffon.members.MailAddress;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberPage;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.members.StatusChange;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The members of the co-op and who lives with whom, as a test tells them. */
final class KnownPeople {
    final Map<Long, List<StatusChange>> statuses = new HashMap<>();
    final Map<Long, String> languages = new HashMap<>();
    final List<Household> homes = new ArrayList<>();

    /** What somebody is from a day on, as it was or is said at an instant. */
    void say(long id, MemberStatus status, LocalDate on, Instant at) {
        List<StatusChange> changes = new ArrayList<>(statuses.getOrDefault(id, List.of()));
        changes.add(0, new StatusChange(status, on, null, at, "N"));
        statuses.put(id, changes);
    }

    Households households() {
        return fake(
                Households.class,
                Map.of(
                        "of",
                        arguments -> homes.stream()
                                .filter(home -> home.on((LocalDate) arguments[1]).stream()
                                        .anyMatch(person -> person.memberId() == (Long) arguments[0]))
                                .findFirst()));
    }

    Members members() {
        Map<String, Answer> answers = new HashMap<>();
        answers.put("get", arguments -> member((Long) arguments[0]));
        answers.put("statusesOf", arguments -> {
            Map<Long, List<StatusChange>> found = new HashMap<>(statuses);
            found.keySet().retainAll((Collection<?>) arguments[0]);
            return found;
        });
        answers.put(
                "findAll",
                arguments -> ((Collection<?>) arguments[0])
                        .stream().collect(Collectors.toMap(id -> id, id -> member((Long) id))));
        answers.put("findByNumber", arguments -> numbered((String) arguments[0]));
        answers.put(
                "findByExternalId",
                arguments -> numbered(((ExternalId) arguments[0]).id().replace("partner_", "")));
        answers.put("list", arguments -> {
            List<MemberSummary> all = statuses.keySet().stream()
                    .map(id -> named(id, id == WorkFixture.INES ? "Inès Marchand" : "Membre " + id))
                    .toList();
            return new MemberPage(all, new MemberPage.Total(all.size(), true));
        });
        answers.put(
                "summaries",
                arguments -> ((Collection<?>) arguments[0])
                        .stream().collect(Collectors.toMap(id -> id, id -> summary((Long) id))));
        return fake(Members.class, answers);
    }

    /** Everybody's number is their id; Odoo calls them {@code partner_128}. */
    private Optional<Member> numbered(String number) {
        return statuses.keySet().stream()
                .filter(id -> Long.toString(id).equals(number))
                .map(this::member)
                .findFirst();
    }

    private static MemberSummary summary(long id) {
        return named(id, "Inès");
    }

    private static MemberSummary named(long id, String name) {
        return new MemberSummary(
                id, Long.toString(id), MemberKind.PERSON, name, MemberStatus.MEMBER, null, null, null, null, null);
    }

    private Member member(long id) {
        List<StatusChange> changes = statuses.get(id);
        if (changes == null) {
            throw new NotFound(Text.of("members.member.unknown", Long.toString(id)));
        }
        StatusChange latest = changes.get(0);
        return new Member(
                id,
                1,
                "Inès Marchand",
                written(MemberDraft.person("Inès", "Marchand"), languages.getOrDefault(id, "fr")),
                latest.status(),
                latest.on(),
                null,
                List.of(),
                List.of(),
                null);
    }

    /** With the address that is written to. */
    private static MemberDraft written(MemberDraft so, String language) {
        return new MemberDraft(
                so.kind(),
                so.number(),
                so.givenName(),
                so.familyName(),
                so.organisationName(),
                List.of(new MailAddress("ines@example.org", null)),
                so.phones(),
                so.addresses(),
                language,
                so.birthDate(),
                so.vat(),
                so.tags(),
                so.notes());
    }

    @FunctionalInterface
    interface Answer {
        Object to(Object[] arguments);
    }

    static <T> T fake(Class<T> type, Map<String, Answer> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName()).to(arguments)));
    }
}
