package coop.greffon.core.internal.journal;

import coop.greffon.core.internal.persistence.Sql;
import coop.greffon.core.journal.Journal;
import coop.greffon.core.journal.Journals;
import coop.greffon.core.signing.Signing;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Journals are found by their tables, so that those of a module that is away are checked and sealed too. */
@Component(service = Journals.class)
public final class TableJournals implements Journals {
    private static final Pattern CHAINS = Pattern.compile("greffon_([a-z]+)_([a-z]+)_chain");

    private final Sql sql;
    private final Seals seals;
    private final Clock clock;

    @Activate
    public TableJournals(
            @Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa,
            @Reference Signing signing,
            @Reference Clock clock) {
        this.sql = new Sql(jpa);
        this.seals = new Seals(signing, clock);
        this.clock = clock;
    }

    @Override
    public Journal of(String module, String name) {
        return table(module, name);
    }

    private TableJournal table(String module, String name) {
        return new TableJournal(module, name, seals, sql, clock);
    }

    @Override
    public List<Journal> all() {
        return List.copyOf(tables());
    }

    private List<TableJournal> tables() {
        return sql.required(connection -> {
            List<TableJournal> journals = new ArrayList<>();
            for (String name : chainTables(connection)) {
                Matcher parts = CHAINS.matcher(name);
                if (parts.matches()) {
                    journals.add(table(parts.group(1), parts.group(2)));
                }
            }
            return journals;
        });
    }

    private static List<String> chainTables(Connection connection) throws SQLException {
        try (ResultSet table = connection
                .getMetaData()
                .getTables(null, connection.getSchema(), "greffon%chain", new String[] {"TABLE", "BASE TABLE"})) {
            List<String> names = new ArrayList<>();
            while (table.next()) {
                names.add(table.getString("TABLE_NAME"));
            }
            return names;
        }
    }

    @Override
    public int seal() {
        int grown = 0;
        for (TableJournal journal : tables()) {
            grown += journal.seal() ? 1 : 0;
        }
        return grown;
    }
}
