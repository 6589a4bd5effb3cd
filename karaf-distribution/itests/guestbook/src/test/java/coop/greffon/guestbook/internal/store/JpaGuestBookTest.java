package coop.greffon.guestbook.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.validation.Validation;
import coop.greffon.guestbook.Entry;
import coop.greffon.guestbook.EntryDraft;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JpaGuestBookTest {
    private static final Actor DESK = new Actor(Actor.Kind.ACCOUNT, 1L, "Accueil");

    private final AdjustableClock clock = AdjustableClock.at("2026-11-21T09:00:00Z");

    @ParameterizedTest
    @EnumSource
    void theNewestWordComesFirst(TestDatabase database) {
        JpaGuestBook book = book(database.fresh());
        book.write(new EntryDraft(" first "), null, DESK);
        clock.advance(Duration.ofHours(1));
        book.write(new EntryDraft("second"), null, DESK);

        assertThat(book.latest(5)).extracting(Entry::text).containsExactly("second", "first");
        assertThat(book.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void wordsFromBeforeALimitAreTakenOut(TestDatabase database) {
        JpaGuestBook book = book(database.fresh());
        book.write(new EntryDraft("old"), null, DESK);
        clock.advance(Duration.ofHours(1));
        book.write(new EntryDraft("new"), null, DESK);

        assertThat(book.eraseBefore(Instant.parse("2026-11-21T10:00:00Z"))).isEqualTo(1);

        assertThat(book.latest(5)).extracting(Entry::text).containsExactly("new");
    }

    private JpaGuestBook book(TestStore store) {
        return new JpaGuestBook(store.jpa("guestbook"), accepting(Validation.class), accepting(Audit.class), clock);
    }

    /** A neighbour that is no part of these tests: it takes everything and says nothing. */
    private static <T> T accepting(Class<T> service) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(), new Class<?>[] {service}, (proxy, method, arguments) -> null));
    }
}
