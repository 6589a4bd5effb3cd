package coop.greffon.core.internal.instance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.internal.identity.JpaAccounts;
import coop.greffon.core.internal.mail.NamedCoop;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseInstanceTest {
    @ParameterizedTest
    @EnumSource
    void aDatabaseStaysWhatItWasMade(TestDatabase database) {
        TestStore store = database.fresh();

        var first = new DatabaseInstance(store.dataSource(), true);
        var second = new DatabaseInstance(store.dataSource(), false);

        assertThat(first.demo()).isTrue();
        assertThat(second.demo()).isTrue();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.createdAt()).isEqualTo(first.createdAt());
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseWithPeopleInItIsNoDemo(TestDatabase database) {
        TestStore store = database.fresh();
        Clock clock = AdjustableClock.at("2026-11-21T09:00:00Z");
        new JpaAccounts(store.jpa("core"), new JpaAudit(store.jpa("core"), clock), clock, new NamedCoop("La Clairette"))
                .create(new AccountDraft(null, "Inès", Locale.FRENCH, Set.of("1"), Set.of()), Actor.host());

        assertThat(new DatabaseInstance(store.dataSource(), true).demo()).isFalse();
    }
}
