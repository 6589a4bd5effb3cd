package coop.greffon.members.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.FoundBy;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberPage;
import coop.greffon.members.MemberPage.Total;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.members.admission.Admission;
import coop.greffon.members.admission.Decision;
import coop.greffon.members.admission.Verdict;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.web.SearchSource.Hit;
import coop.greffon.web.SearchSource.State;
import coop.greffon.web.Visit;
import coop.greffon.web.table.Column.Tone;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MemberSearchTest {
    private final List<Long> asked = new ArrayList<>();
    private long now = Long.MAX_VALUE - 5;
    private long millisPerQuestion;

    private Visit visit = visit("members.member.find", "members.member.list");

    private static Visit visit(String... permissions) {
        return new Visit(
                null,
                null,
                Set.of(permissions),
                Locale.FRENCH,
                new KeysAsMessages(),
                AdjustableClock.at("2026-11-21T09:00:00Z"),
                "",
                "/search",
                Map.of(),
                null);
    }

    private static MemberSummary row(long id, MemberKind kind, FoundBy by) {
        return new MemberSummary(
                id, Long.toString(id), kind, "Nom " + id, MemberStatus.MEMBER, null, null, null, "Lille", by);
    }

    private List<Hit> search(MemberSummary... rows) {
        return source(rows).search(visit, "nom", 25);
    }

    private MemberSearch source(MemberSummary... rows) {
        Members members =
                fake(Members.class, (proxy, method, arguments) -> new MemberPage(List.of(rows), new Total(9, true)));
        Admission admission = fake(Admission.class, (proxy, method, arguments) -> decided((Long) arguments[0]));
        return new MemberSearch(members, admission, () -> now);
    }

    private Decision decided(long id) {
        asked.add(id);
        now += TimeUnit.MILLISECONDS.toNanos(millisPerQuestion);
        if (id == 404) {
            throw new NotFound(Text.of("members.member.unknown", "404"));
        }
        return new Decision(Verdict.values()[(int) (id % 3)], List.of(), null);
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    @Test
    void whetherSomebodyMayShopIsSaidFirst() {
        assertThat(search(
                        row(3, MemberKind.PERSON, null),
                        row(4, MemberKind.PERSON, FoundBy.MAIL),
                        row(5, MemberKind.PERSON, null),
                        row(6, MemberKind.ORGANISATION, null),
                        row(404, MemberKind.PERSON, null)))
                .containsExactly(
                        hit(3, new State("members.verdict.ALLOW", Tone.OK), ""),
                        hit(4, new State("members.verdict.WARN", Tone.WARN), " · members.found-by.MAIL"),
                        hit(5, new State("members.verdict.DENY", Tone.DENY), ""),
                        hit(6, null, ""),
                        hit(404, null, ""));
    }

    private static Hit hit(long id, State state, String by) {
        return new Hit(
                "Nom " + id, state, "members.record.number · members.standing.MEMBER · Lille" + by, "/members/" + id);
    }

    @Test
    void afterHalfASecondNobodyElseIsAskedAndAllAreShown() {
        millisPerQuestion = 300;

        List<Hit> hits = search(
                row(3, MemberKind.PERSON, null), row(6, MemberKind.PERSON, null), row(9, MemberKind.PERSON, null));

        assertThat(asked).containsExactly(3L, 6L);
        assertThat(hits).extracting(hit -> hit.state() != null).containsExactly(true, true, false);
    }

    /** Whoever is on duty finds people, but neither where they live nor the list, which they may not open. */
    @Test
    void whoMayOnlyFindPeopleIsLedToNoList() {
        assertThat(source().permission()).isEqualTo("members.member.find");
        assertThat(source().list(visit, "zoé d")).contains("/members?q=zo%C3%A9+d");

        visit = visit("members.member.find");

        assertThat(source().list(visit, "zoé d")).isEmpty();
        assertThat(search(row(3, MemberKind.PERSON, null)))
                .containsExactly(new Hit(
                        "Nom 3",
                        new State("members.verdict.ALLOW", Tone.OK),
                        "members.record.number · members.standing.MEMBER",
                        "/members/3"));
    }

    private static final class KeysAsMessages implements Messages {
        @Override
        public String text(Locale language, String key, Object... arguments) {
            return key;
        }

        @Override
        public boolean has(String key) {
            return true;
        }

        @Override
        public Set<Locale> languages() {
            return Set.of(Locale.FRENCH);
        }
    }
}
