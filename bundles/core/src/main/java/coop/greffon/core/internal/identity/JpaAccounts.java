package coop.greffon.core.internal.identity;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.AccountOverview;
import coop.greffon.core.identity.AccountQuery;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts in core's tables. */
@Component(service = {Accounts.class, JpaAccounts.class})
public final class JpaAccounts implements Accounts {
    private static final String RECORD = "core.account";
    private static final int MOST_OF_A_LOGIN = 20;
    private static final int MOST_SUBJECTS_AT_ONCE = 500;

    private final JpaTemplate jpa;
    private final Audit audit;
    private final Clock clock;
    private final Settings settings;

    @Activate
    public JpaAccounts(
            @Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa,
            @Reference Audit audit,
            @Reference Clock clock,
            @Reference Settings settings) {
        this.jpa = jpa;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public Account create(AccountDraft draft, Actor by) {
        return jpa.txExpr(TransactionType.Required, em -> {
            if (draft.subject() != null && bySubject(em, draft.subject()).isPresent()) {
                throw new InvalidInput(
                        FieldError.of("subject", draft.subject(), Text.of("core.account.subject-taken", draft.name())));
            }
            var account = new StoredAccount(draft, clock.instant());
            em.persist(account);
            em.flush();
            Account view = account.view();
            record(by, "core.audit.account-created", view.id(), new FieldChange("roles", null, sorted(view.roles())));
            return view;
        });
    }

    @Override
    public Account create(AccountDraft draft, String password, Actor by) {
        String hash = hash(password, draft.logins());
        return jpa.txExpr(TransactionType.Required, em -> createHashed(em, draft, hash, by));
    }

    /** In the caller's transaction, with what {@link #hash} took its time for before. */
    Account createHashed(EntityManager em, AccountDraft draft, String hash, Actor by) {
        long id = create(draft, by).id();
        setHash(em, id, hash, by);
        return load(em, id).view();
    }

    @Override
    public Optional<Account> find(long id) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> Optional.ofNullable(em.find(StoredAccount.class, id)).map(StoredAccount::view));
    }

    @Override
    public Optional<Account> ofSubject(String subject) {
        return jpa.txExpr(TransactionType.Supports, em -> bySubject(em, subject).map(StoredAccount::view));
    }

    private static Optional<StoredAccount> bySubject(EntityManager em, String subject) {
        return em.createQuery("select a from StoredAccount a where a.subject = :subject", StoredAccount.class)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Set<String> subjectsWithAccount(Collection<String> subjects) {
        List<String> all = List.copyOf(subjects);
        return jpa.txExpr(TransactionType.Supports, em -> {
            Set<String> found = new HashSet<>();
            for (int from = 0; from < all.size(); from += MOST_SUBJECTS_AT_ONCE) {
                found.addAll(em.createQuery(
                                "select a.subject from StoredAccount a where a.subject in :subjects", String.class)
                        .setParameter("subjects", all.subList(from, Math.min(all.size(), from + MOST_SUBJECTS_AT_ONCE)))
                        .getResultList());
            }
            return found;
        });
    }

    @Override
    public List<Account> withLogin(String login) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select distinct a from StoredAccount a join a.logins l where l = :login order by a.id",
                                StoredAccount.class)
                        .setParameter("login", StoredAccount.normalise(login))
                        .setMaxResults(MOST_OF_A_LOGIN)
                        .getResultStream()
                        .map(StoredAccount::view)
                        .toList());
    }

    @Override
    public List<AccountOverview> find(AccountQuery query, int skip, int most) {
        String direction = query.isDescending() ? " desc" : "";
        String order = query.order() == AccountQuery.Order.LAST_SIGN_IN
                ? " order by a.lastSignInAt" + direction + " nulls last, a.name, a.id"
                : " order by a.name" + direction + ", a.id";
        return jpa.txExpr(
                TransactionType.Supports,
                em -> matching(em, "select a", query, order, StoredAccount.class)
                        .setHint("eclipselink.batch", "a.logins")
                        .setHint("eclipselink.batch", "a.roles")
                        .setFirstResult(skip)
                        .setMaxResults(most)
                        .getResultStream()
                        .map(StoredAccount::overview)
                        .toList());
    }

    @Override
    public long count(AccountQuery query) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> matching(em, "select count(a)", query, "", Long.class).getSingleResult());
    }

    private static <T> TypedQuery<T> matching(
            EntityManager em, String select, AccountQuery wanted, String order, Class<T> type) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        if (wanted.text() != null) {
            conditions.add(
                    "(lower(a.name) like :part escape '!' or exists"
                            + " (select l from StoredAccount b join b.logins l where b.id = a.id and l like :part escape '!'))");
            String part = wanted.text().toLowerCase(Locale.ROOT);
            parameters.put(
                    "part", "%" + part.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        }
        if (wanted.role() != null) {
            conditions.add(":role member of a.roles");
            parameters.put("role", wanted.role());
        }
        if (wanted.state() != null) {
            conditions.add("a.state = :state");
            parameters.put("state", wanted.state());
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        TypedQuery<T> query = em.createQuery(select + " from StoredAccount a" + where + order, type);
        parameters.forEach(query::setParameter);
        return query;
    }

    @Override
    public boolean anyWithRole(String role) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> !em.createQuery("select a.id from StoredAccount a join a.roles r where r = :role", Long.class)
                        .setParameter("role", role)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty());
    }

    @Override
    public void setPassword(long id, String password, Actor by) {
        Set<String> logins = find(id).map(Account::logins).orElse(Set.of());
        String hash = hash(password, logins);
        jpa.tx(TransactionType.Required, em -> setHash(em, id, hash, by));
    }

    /** Checks a password and hashes it. That takes its time, and its turn: never while a transaction holds a lock. */
    String hash(String password, Set<String> logins) {
        String coop = settings.on(HostSettings.class, LocalDate.now(clock)).coopName();
        PasswordRule.check(password, logins, coop);
        return Passwords.hash(password);
    }

    void setHash(EntityManager em, long id, String hash, Actor by) {
        load(em, id).setPasswordHash(hash);
        record(by, "core.audit.password-set", id);
    }

    @Override
    public void rename(long id, String name, Set<String> logins, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredAccount account = load(em, id);
            Account before = account.view();
            account.rename(name, logins);
            Account after = account.view();
            if (!after.logins().containsAll(before.logins())) {
                // What was sent to a mail that is no longer hers opens nothing any more.
                revokeLinks(em, id);
            }
            List<FieldChange> changes = new ArrayList<>();
            if (!before.name().equals(after.name())) {
                changes.add(new FieldChange("name", before.name(), after.name()));
            }
            if (!before.logins().equals(after.logins())) {
                changes.add(new FieldChange("logins", sorted(before.logins()), sorted(after.logins())));
            }
            if (!changes.isEmpty()) {
                audit.record(by, "core.audit.account-renamed", RECORD, Long.toString(id), changes);
            }
        });
    }

    private static void revokeLinks(EntityManager em, long id) {
        em.createQuery("delete from StoredLink l where l.accountId = :id and l.usedAt is null")
                .setParameter("id", id)
                .executeUpdate();
    }

    @Override
    public void setLanguage(long id, Locale language, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredAccount account = load(em, id);
            String before = account.view().language().toLanguageTag();
            account.setLanguage(language);
            if (!before.equals(language.toLanguageTag())) {
                record(
                        by,
                        "core.audit.language-set",
                        id,
                        new FieldChange("language", before, language.toLanguageTag()));
            }
        });
    }

    @Override
    public void standFor(long id, String subject, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredAccount account = load(em, id);
            String before = account.view().subject();
            if (subject.equals(before)) {
                return;
            }
            if (bySubject(em, subject).isPresent()) {
                String name = account.view().name();
                throw new InvalidInput(FieldError.of("subject", subject, Text.of("core.account.subject-taken", name)));
            }
            account.standFor(subject);
            record(by, "core.audit.subject-set", id, new FieldChange("subject", before, subject));
        });
    }

    @Override
    public void setRoles(long id, Set<String> roles, Actor by) {
        setRoles(id, (Long) null, roles, by);
    }

    @Override
    public void setRoles(long id, long revision, Set<String> roles, Actor by) {
        setRoles(id, Long.valueOf(revision), roles, by);
    }

    private void setRoles(long id, Long revision, Set<String> roles, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredAccount account = load(em, id);
            if (!roles.contains(Account.ADMIN)) {
                keepSomebodyWhoAdministers(em, account);
            }
            // After those who administer, who are always locked in the same order.
            em.refresh(account, LockModeType.PESSIMISTIC_WRITE);
            Set<String> before = account.view().roles();
            if (revision != null && revision != Account.rolesRevision(before)) {
                if (before.equals(roles)) {
                    return;
                }
                List<Change> history = audit.history(RECORD, Long.toString(id));
                throw new StaleEdit(AccountRoleHistory.since(history, before, revision, roles));
            }
            account.setRoles(roles);
            record(
                    by,
                    AccountRoleHistory.ROLES_SET,
                    id,
                    new FieldChange(AccountRoleHistory.ROLES, sorted(before), sorted(roles)));
        });
    }

    @Override
    public void close(long id, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredAccount account = load(em, id);
            keepSomebodyWhoAdministers(em, account);
            // After those who administer, who are always locked in the same order.
            em.refresh(account, LockModeType.PESSIMISTIC_WRITE);
            if (account.view().state() == Account.State.CLOSED) {
                return;
            }
            account.close();
            em.createQuery("delete from StoredSession s where s.accountId = :id")
                    .setParameter("id", id)
                    .executeUpdate();
            record(by, "core.audit.account-closed", id);
        });
    }

    private static void keepSomebodyWhoAdministers(EntityManager em, StoredAccount leaving) {
        if (!leaving.view().roles().contains(Account.ADMIN)) {
            return;
        }
        // Locked, so that of two administrators who remove each other at once one stays.
        List<StoredAccount> administrators = em.createQuery(
                        "select a from StoredAccount a where :admin member of a.roles order by a.id",
                        StoredAccount.class)
                .setParameter("admin", Account.ADMIN)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        boolean another = administrators.stream()
                .anyMatch(account -> account.state() == Account.State.ACTIVE
                        && account.view().id() != leaving.view().id());
        if (!another) {
            throw new Refused(Text.of("core.account.last-admin"));
        }
    }

    private static StoredAccount load(EntityManager em, long id) {
        StoredAccount account = em.find(StoredAccount.class, id);
        if (account == null) {
            throw new NotFound(Text.of("core.account.unknown", Long.toString(id)));
        }
        return account;
    }

    private void record(Actor by, String action, long id, FieldChange... fields) {
        audit.record(by, action, RECORD, Long.toString(id), List.of(fields));
    }

    private static String sorted(Set<String> words) {
        return String.join(", ", new TreeSet<>(words));
    }
}
