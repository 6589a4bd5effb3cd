package coop.greffon.core.internal.identity;

import coop.greffon.core.identity.OneTimeLinks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One-time links in core's tables. */
@Component(service = OneTimeLinks.class)
public final class JpaOneTimeLinks implements OneTimeLinks {
    private final JpaTemplate jpa;
    private final Clock clock;

    @Activate
    public JpaOneTimeLinks(@Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa, @Reference Clock clock) {
        this.jpa = jpa;
        this.clock = clock;
    }

    @Override
    public String issue(Purpose purpose, Long accountId, Duration validity) {
        String secret = Secrets.random();
        Instant expires = clock.instant().plus(validity);
        jpa.tx(TransactionType.Required, em -> {
            em.createQuery("delete from StoredLink l where l.purpose = :purpose and"
                            + (accountId == null ? " l.accountId is null" : " l.accountId = " + accountId.longValue()))
                    .setParameter("purpose", purpose)
                    .executeUpdate();
            em.persist(new StoredLink(Secrets.hash(secret), purpose, accountId, expires));
        });
        return secret;
    }

    @Override
    public Optional<Opened> look(String secret) {
        Instant now = clock.instant();
        return jpa.txExpr(
                TransactionType.Supports,
                em -> Optional.ofNullable(em.find(StoredLink.class, Secrets.hash(secret)))
                        .filter(link -> link.isOpenAt(now))
                        .map(StoredLink::view));
    }

    @Override
    public Optional<Opened> use(String secret) {
        Instant now = clock.instant();
        return jpa.txExpr(TransactionType.Required, em -> {
            var link = em.find(StoredLink.class, Secrets.hash(secret), LockModeType.PESSIMISTIC_WRITE);
            if (link == null || !link.isOpenAt(now)) {
                return Optional.<Opened>empty();
            }
            link.use(now);
            return Optional.of(link.view());
        });
    }
}
