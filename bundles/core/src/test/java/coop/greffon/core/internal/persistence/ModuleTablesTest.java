package coop.greffon.core.internal.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.module.TableSize;
import coop.greffon.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModuleTablesTest {
    @ParameterizedTest
    @EnumSource
    void knowsAModulesTablesByTheirNames(TestDatabase database) throws SQLException {
        DataSource dataSource = garden(database);

        assertThat(new ModuleTables(dataSource).sizes("garden"))
                .containsExactly(new TableSize("greffon_garden_bed", 2), new TableSize("greffon_garden_crop", 1));
    }

    @ParameterizedTest
    @EnumSource
    void namesWhoPointsToItsRows(TestDatabase database) throws SQLException {
        DataSource dataSource = garden(database);
        sql(
                dataSource,
                "create table greffon_sales_line (id bigint primary key, crop_id bigint references greffon_garden_crop (id))");

        assertThat(new ModuleTables(dataSource).referencedBy("garden")).containsExactly("sales");
        assertThat(new ModuleTables(dataSource).referencedBy("sales")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void dropsTablesSequencesAndHistory(TestDatabase database) throws SQLException {
        DataSource dataSource = garden(database);
        sql(dataSource, "create table greffon_gardenia_leaf (id bigint primary key)");

        new ModuleTables(dataSource).drop("garden");

        try (Connection connection = dataSource.getConnection()) {
            assertThat(ModuleTables.tables(connection, "garden")).isEmpty();
            assertThat(ModuleTables.sequences(connection, "garden")).isEmpty();
            assertThat(ModuleTables.tables(connection, "gardenia")).containsExactly("greffon_gardenia_leaf");
        }
    }

    private static DataSource garden(TestDatabase database) throws SQLException {
        DataSource dataSource = database.fresh().dataSource();
        String bytes = database == TestDatabase.H2 ? "varbinary(100)" : "bytea";
        String photo = database == TestDatabase.H2 ? "x'0102ff'" : "'\\x0102ff'";
        sql(
                dataSource,
                "create sequence greffon_garden_crop_seq start with 50 increment by 50",
                "create table greffon_garden_bed (id bigint primary key, name varchar(40), photo " + bytes
                        + ", dug_at timestamp with time zone)",
                "create table greffon_garden_crop (id bigint primary key, bed_id bigint references greffon_garden_bed (id))",
                "create table greffon_garden_schema_history (version varchar(10))",
                "insert into greffon_garden_bed values (1, 'north, \"wet\"', " + photo
                        + ", '2026-11-21 09:30:00+01:00')",
                "insert into greffon_garden_bed values (2, '', null, null)",
                "insert into greffon_garden_crop values (7, 1)",
                "insert into greffon_garden_schema_history values ('1')");
        return dataSource;
    }

    private static void sql(DataSource dataSource, String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void erasesWhatCoreKeepsOfTheModuleAndOfNoOther(TestDatabase database) throws SQLException {
        DataSource dataSource = garden(database);
        for (String module : List.of("garden", "gardenia")) {
            int id = module.length();
            sql(
                    dataSource,
                    "insert into greffon_core_setting (id, module, name, valid_from, withdrawn, recorded_at, actor_kind,"
                            + " actor_label) values (" + id + ", '" + module
                            + "', 'baskets', '2026-11-21', false, '2026-11-21 09:30:00+01:00', 'HOST', '')",
                    "insert into greffon_core_setting_secret (setting_id, content) values (" + id + ", 'x')",
                    "insert into greffon_core_setting_lock (module) values ('" + module + "')",
                    "insert into greffon_core_demo_part (module, loaded_at) values ('" + module
                            + "', '2026-11-21 09:30:00+01:00')",
                    "insert into greffon_core_letter (letter, language, module, title, body) values ('" + module
                            + ".letter.sown', 'fr', '" + module + "', 't', 'b')",
                    "insert into greffon_core_role_permission (role, permission, granted) values ('desk', '" + module
                            + ".bed.dig', true)",
                    "insert into greffon_core_job (name, failures) values ('" + module + ".job.water', 0)",
                    "insert into greffon_core_job_run (id, job, run_day, started_at, outcome, node, actor_kind, actor_label)"
                            + " values (" + id + ", '" + module
                            + ".job.water', '2026-11-21', '2026-11-21 09:30:00+01:00', 'DONE', 'one', 'JOB', '')",
                    "insert into greffon_core_root (journal, number, made_at, previous_hash, hash, key_id, signature)"
                            + " values ('" + module + ".entry', 1, '2026-11-21 09:30:00+01:00', 'p', 'h', 'k', 's')",
                    "insert into greffon_core_root_mark (journal, number, chain, length, hash) values ('" + module
                            + ".entry', 1, 'a', 1, 'h')",
                    "insert into greffon_core_file (id, module, file_key, name, type, size_bytes, sha256, stored_at) values ("
                            + id + ", '" + module
                            + "', 'a', 'a.png', 'PNG', 1, 'x', '2026-11-21 09:30:00+01:00')");
        }

        new ModuleTables(dataSource).drop("garden");

        List<String> ofModules = tablesWithAModule(dataSource);
        assertThat(ofModules).contains("greffon_core_setting", "greffon_core_demo_part");
        for (String table : ofModules) {
            assertThat(column(dataSource, "select module from " + table))
                    .as(table)
                    .containsExactly("gardenia");
        }
        assertThat(column(dataSource, "select permission from greffon_core_role_permission"))
                .containsExactly("gardenia.bed.dig");
        assertThat(column(dataSource, "select setting_id from greffon_core_setting_secret"))
                .containsExactly("8");
        assertThat(column(dataSource, "select name from greffon_core_job")).containsExactly("gardenia.job.water");
        assertThat(column(dataSource, "select job from greffon_core_job_run")).containsExactly("gardenia.job.water");
        assertThat(column(dataSource, "select journal from greffon_core_root")).containsExactly("gardenia.entry");
        assertThat(column(dataSource, "select journal from greffon_core_root_mark"))
                .containsExactly("gardenia.entry");
    }

    /** From the schema, so that a table made later is not forgotten; one without rows here fails too. */
    private static List<String> tablesWithAModule(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                ResultSet column = connection.getMetaData().getColumns(null, connection.getSchema(), null, "module")) {
            List<String> tables = new ArrayList<>();
            while (column.next()) {
                if (column.getString("TABLE_NAME").startsWith("greffon_core_")) {
                    tables.add(column.getString("TABLE_NAME"));
                }
            }
            return tables;
        }
    }

    private static List<String> column(DataSource dataSource, String select) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }
}
