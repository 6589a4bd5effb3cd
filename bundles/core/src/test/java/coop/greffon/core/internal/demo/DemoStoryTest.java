package coop.greffon.core.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.demo.DemoCast;
import coop.greffon.core.demo.DemoData;
import coop.greffon.core.demo.DemoSignIn;
import coop.greffon.core.extension.Extension;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.AccountQuery;
import coop.greffon.core.identity.SignIn;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.internal.identity.DatabaseSignIn;
import coop.greffon.core.internal.identity.JpaAccounts;
import coop.greffon.core.internal.mail.NamedCoop;
import coop.greffon.core.internal.persistence.Sql;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoStoryTest {
    private final AdjustableClock clock = AdjustableClock.at("2026-11-21T09:00:00Z");
    private final List<String> told = new ArrayList<>();
    private TestStore store;
    private JpaAccounts accounts;

    private void on(TestDatabase database) {
        store = database.fresh();
        accounts = new JpaAccounts(
                store.jpa("core"), new JpaAudit(store.jpa("core"), clock), clock, new NamedCoop("La Clairette"));
    }

    /** As after a start of the host. */
    private DemoStory story() {
        return new DemoStory(store.jpa("core"), new DemoTables(new Sql(store.jpa("core"))), accounts, clock);
    }

    private Extension<DemoData> part(String module, String... after) {
        return new Extension<>(new Part(module, Set.of(after)), module);
    }

    private static AccountDraft account(String name, String... logins) {
        return new AccountDraft(null, name, Locale.FRENCH, Set.of(logins), Set.of("member"));
    }

    @ParameterizedTest
    @EnumSource
    void eachPartIsToldOnceAndAfterThoseItBuildsUpon(TestDatabase database) {
        on(database);
        story().tell(List.of(part("shifts", "members", "nowhere"), part("members"), part("badge", "shifts")));
        DemoStory later = story();
        later.tell(List.of(part("members"), part("shifts", "members"), part("wallet")));
        later.tell(List.of(part("wallet")));

        assertThat(told).containsExactly("members", "shifts", "badge", "wallet");
    }

    @ParameterizedTest
    @EnumSource
    void aPartThatFailsLeavesNothingAndIsTriedAtTheNextStart(TestDatabase database) {
        on(database);
        DemoData broken = cast -> {
            cast.letIn(account("Personne", "personne"), "x.demo.nobody");
            throw new IOException("photos are missing");
        };
        DemoStory story = story();
        List<Extension<DemoData>> parts = List.of(new Extension<>(broken, "broken"), part("members"));
        story.tell(parts);
        story.tell(parts);

        assertThat(told).containsExactly("members");
        assertThat(accounts.count(new AccountQuery(null, null, null, AccountQuery.Order.NAME, false)))
                .isZero();

        story().tell(List.of(part("broken")));

        assertThat(told).containsExactly("members", "broken");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverWasLetInSignsInWithThePasswordOfThisStart(TestDatabase database) {
        on(database);
        DemoData cast = people -> {
            people.letIn(account("Nadia Belkacem", "7", "nadia.belkacem@example.org"), "members.demo.desk");
            people.letIn(account("Gwenaël Le Bris", "12"), "members.demo.administrator");
        };
        DemoStory first = story();
        first.tell(List.of(new Extension<>(cast, "members")));
        List<DemoSignIn> before = first.drawPasswords();
        List<DemoSignIn> after = story().drawPasswords();

        assertThat(before).extracting(DemoSignIn::login).containsExactly("7", "12");
        assertThat(before)
                .extracting(DemoSignIn::who)
                .containsExactly("members.demo.desk", "members.demo.administrator");
        assertThat(before)
                .extracting(DemoSignIn::password)
                .allMatch(word -> word.matches("([a-z2-9]{4}-){2}[a-z2-9]{4}"));
        var signIn = new DatabaseSignIn(store.jpa("core"), store.dataSource(), clock);
        assertThat(signIn.attempt("7", before.get(0).password(), null, "192.0.2.1"))
                .isInstanceOf(SignIn.Outcome.Wrong.class);
        assertThat(signIn.attempt("7", after.get(0).password(), null, "192.0.2.1"))
                .isInstanceOf(SignIn.Outcome.Welcome.class);
        assertThat(signIn.attempt("12", after.get(1).password(), null, "192.0.2.1"))
                .isInstanceOf(SignIn.Outcome.Welcome.class);
    }

    private final class Part implements DemoData {
        private final String module;
        private final Set<String> after;

        Part(String module, Set<String> after) {
            this.module = module;
            this.after = after;
        }

        @Override
        public Set<String> after() {
            return after;
        }

        @Override
        public void load(DemoCast cast) {
            told.add(module);
        }
    }
}
