package coop.greffon.core.internal.identity;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.AccountOverview;
import coop.greffon.core.persistence.Moments;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;

@Entity
@Table(name = "greffon_core_account")
public class StoredAccount {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account")
    @SequenceGenerator(name = "account", sequenceName = "greffon_core_account_seq", allocationSize = 50)
    private Long id;

    private String subject;
    private String name;
    private String language;

    @Column(name = "password_hash")
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Account.State state;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "last_sign_in_at", insertable = false, updatable = false)
    private OffsetDateTime lastSignInAt;

    @Version
    private long version;

    @ElementCollection
    @CollectionTable(name = "greffon_core_account_login", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "login")
    private Set<String> logins = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "greffon_core_account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    private Set<String> roles = new HashSet<>();

    protected StoredAccount() {}

    StoredAccount(AccountDraft draft, Instant now) {
        this.subject = draft.subject();
        this.language = draft.language().toLanguageTag();
        this.state = Account.State.INVITED;
        this.createdAt = Moments.stored(now);
        rename(draft.name(), draft.logins());
        setRoles(draft.roles());
    }

    final void rename(String newName, Set<String> newLogins) {
        this.name = newName;
        this.logins = new HashSet<>();
        newLogins.forEach(login -> logins.add(normalise(login)));
    }

    final void setRoles(Set<String> newRoles) {
        this.roles = new HashSet<>(newRoles);
    }

    void standFor(String newSubject) {
        this.subject = newSubject;
    }

    void setLanguage(Locale newLanguage) {
        this.language = newLanguage.toLanguageTag();
    }

    void setPasswordHash(String hash) {
        this.passwordHash = hash;
        this.state = Account.State.ACTIVE;
    }

    void close() {
        this.passwordHash = null;
        this.state = Account.State.CLOSED;
        this.logins = new HashSet<>();
    }

    /** Leaves nothing of the person but the number that other records name. */
    void forget() {
        close();
        this.name = "#" + id;
        this.subject = null;
        this.roles = new HashSet<>();
    }

    String passwordHash() {
        return passwordHash;
    }

    Account.State state() {
        return state;
    }

    Account view() {
        return new Account(id, subject, name, Locale.forLanguageTag(language), logins, roles, state);
    }

    AccountOverview overview() {
        return new AccountOverview(view(), Moments.instant(createdAt), Moments.instant(lastSignInAt));
    }

    static String normalise(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
