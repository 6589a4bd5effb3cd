package coop.greffon.core.internal.audit;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.persistence.Sql;
import coop.greffon.core.message.Text;
import coop.greffon.core.privacy.Erasure;
import coop.greffon.core.privacy.PersonalData;
import coop.greffon.core.privacy.PersonalDocument;
import coop.greffon.core.privacy.PersonalDocument.Column;
import coop.greffon.core.privacy.PersonalDocument.Word;
import coop.greffon.core.privacy.Processing;
import coop.greffon.core.privacy.Processing.Basis;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a person did, as the log of changes tells; erased, the log says what was done and no longer by whom.
 *
 * <p>It finds them by their account and is therefore asked before the account is erased.
 */
@Component(service = PersonalData.class, property = "service.ranking:Integer=1")
public final class ActData implements PersonalData {
    private static final List<String> COLUMNS = List.of("at", "action", "record");
    private static final List<String> SIGNED_TABLES =
            List.of("greffon_core_change", "greffon_core_setting", "greffon_core_job_run");

    private final Sql sql;
    private final Accounts accounts;

    @Activate
    public ActData(@Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa, @Reference Accounts accounts) {
        this.sql = new Sql(jpa);
        this.accounts = accounts;
    }

    @Override
    public List<Processing> processings() {
        return List.of(new Processing(
                Text.of("core.privacy.act.purpose"),
                Basis.LEGITIMATE_INTEREST,
                Text.of("core.privacy.act.data"),
                Text.of("core.privacy.act.retention")));
    }

    @Override
    public List<PersonalDocument> export(String subject) {
        Optional<Account> account = accounts.ofSubject(subject);
        List<List<Object>> rows = account.map(found -> sql.required(connection -> acts(connection, found.id())))
                .orElse(List.of());
        List<Column> columns = COLUMNS.stream()
                .map(key -> new Column(key, Text.of("core.privacy.column." + key)))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new PersonalDocument("acts", Text.of("core.privacy.act"), columns, rows, List.of()));
    }

    private static List<List<Object>> acts(Connection connection, long account) throws SQLException {
        List<List<Object>> acts = new ArrayList<>();
        try (PreparedStatement select = Sql.prepare(
                        connection,
                        "select recorded_at, action, record_kind, record_id from greffon_core_change"
                                + " where actor_account = ? order by recorded_at, id",
                        account);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                acts.add(List.of(
                        Sql.instant(row, "recorded_at"),
                        Word.of("", row.getString("action")),
                        record(row.getString("record_kind"), row.getString("record_id"))));
            }
        }
        return acts;
    }

    private static Word record(String kind, String id) {
        return new Word(kind + " " + id, Text.of("core.privacy.record", Text.of(kind + ".record"), id));
    }

    @Override
    public List<Erasure> erase(String subject, boolean dryRun, Actor by) {
        Optional<Account> account = accounts.ofSubject(subject);
        long acts = account.isEmpty()
                ? 0
                : sql.required(connection -> {
                    long id = account.get().id();
                    long all = 0;
                    for (String table : SIGNED_TABLES) {
                        all += dryRun ? count(connection, table, id) : unsign(connection, table, id);
                    }
                    return all;
                });
        return List.of(Erasure.gone(Text.of("core.privacy.act"), acts));
    }

    private static long unsign(Connection connection, String table, long account) throws SQLException {
        return Sql.update(
                connection, "update " + table + " set actor_label = ? where actor_account = ?", "#" + account, account);
    }

    private static long count(Connection connection, String table, long account) throws SQLException {
        try (PreparedStatement select =
                        Sql.prepare(connection, "select count(*) from " + table + " where actor_account = ?", account);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
