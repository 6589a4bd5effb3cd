package coop.greffon.core.internal.identity;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.identity.Role;
import coop.greffon.core.identity.Roles;
import coop.greffon.core.message.Text;
import coop.greffon.core.persistence.Moments;
import coop.greffon.core.privacy.Erasure;
import coop.greffon.core.privacy.PersonalData;
import coop.greffon.core.privacy.PersonalDocument;
import coop.greffon.core.privacy.PersonalDocument.Column;
import coop.greffon.core.privacy.PersonalDocument.Word;
import coop.greffon.core.privacy.Processing;
import coop.greffon.core.privacy.Processing.Basis;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A person's account and where it is signed in. */
@Component(service = PersonalData.class)
public final class AccountData implements PersonalData {
    private final JpaTemplate jpa;
    private final Accounts accounts;
    private final Roles roles;
    private final Audit audit;

    @Activate
    public AccountData(
            @Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa,
            @Reference Accounts accounts,
            @Reference Roles roles,
            @Reference Audit audit) {
        this.jpa = jpa;
        this.accounts = accounts;
        this.roles = roles;
        this.audit = audit;
    }

    @Override
    public List<Processing> processings() {
        return List.of(new Processing(
                Text.of("core.privacy.account.purpose"),
                Basis.CONTRACT,
                Text.of("core.privacy.account.data"),
                Text.of("core.privacy.account.retention")));
    }

    @Override
    public List<PersonalDocument> export(String subject) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> find(em, subject).map(account -> documents(em, account)).orElse(List.of()));
    }

    private List<PersonalDocument> documents(EntityManager em, StoredAccount stored) {
        var overview = stored.overview();
        var account = overview.account();
        var about = new PersonalDocument(
                "account",
                Text.of("core.privacy.account"),
                columns("name", "language", "logins", "roles", "state", "created", "lastSignIn"),
                List.of(PersonalDocument.row(
                        account.name(),
                        Word.of("core.setting.language.", account.language().toLanguageTag()),
                        String.join(", ", new TreeSet<>(account.logins())),
                        words(account.roles()),
                        Word.of("core.account.state.", account.state()),
                        overview.createdAt(),
                        overview.lastSignInAt())),
                List.of());
        List<List<Object>> sessions = em.createQuery(
                        "select s.createdAt, s.expiresAt from StoredSession s where s.accountId = :id order by s.createdAt",
                        Object[].class)
                .setParameter("id", account.id())
                .getResultStream()
                .map(row -> PersonalDocument.row(instant(row[0]), instant(row[1])))
                .toList();
        var signedIn = new PersonalDocument(
                "sessions", Text.of("core.privacy.sessions"), columns("created", "expires"), sessions, List.of());
        return List.of(about, signedIn);
    }

    @Override
    public List<Erasure> erase(String subject, boolean dryRun, Actor by) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Optional<StoredAccount> found = find(em, subject);
            if (found.isPresent() && !dryRun) {
                long id = found.get().view().id();
                // Refused where nobody could administer any more; ends the sessions as well.
                accounts.close(id, by);
                found.get().forget();
                em.createQuery("delete from StoredLink l where l.accountId = :id")
                        .setParameter("id", id)
                        .executeUpdate();
                audit.forget("core.account", Long.toString(id));
                audit.record(by, "core.audit.account-erased", "core.account", Long.toString(id), List.of());
            }
            return List.of(Erasure.gone(Text.of("core.privacy.account"), found.isPresent() ? 1 : 0));
        });
    }

    private static Optional<StoredAccount> find(EntityManager em, String subject) {
        return em.createQuery("select a from StoredAccount a where a.subject = :subject", StoredAccount.class)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst();
    }

    private static List<Column> columns(String... keys) {
        return Arrays.stream(keys)
                .map(key -> new Column(key, Text.of("core.privacy.column." + key)))
                .toList();
    }

    private static Instant instant(Object moment) {
        return Moments.instant((OffsetDateTime) moment);
    }

    /** A role that no module declares any more has no name left but its id. */
    private List<Word> words(Set<String> ids) {
        Map<String, Text> names = roles.all().stream().collect(Collectors.toMap(Role::id, Role::name));
        return ids.stream()
                .sorted()
                .map(id -> new Word(id, names.getOrDefault(id, Text.of("core.role." + id))))
                .toList();
    }
}
