package coop.greffon.core.internal.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationsTest {
    @TempDir
    private Path bundle;

    private DataSource dataSource;

    @ParameterizedTest
    @EnumSource
    void eachScriptIsAppliedOnce(TestDatabase database) throws SQLException {
        firstVersion(database);

        assertThat(apply()).isEqualTo(3);
        assertThat(apply()).isZero();
        assertThat(rows("select name from greffon_garden_bed order by id")).containsExactly("north", "south");
    }

    @ParameterizedTest
    @EnumSource
    void aFailedUpgradeLeavesTheTablesAsTheyWere(TestDatabase database) throws SQLException {
        installed(database);
        script("V20261121_8004__places.sql", "alter table greffon_garden_bed add column place varchar(40)");
        script("V20261121_8005__fill.sql", "update greffon_garden_bed set name = name || ' spoilt'");
        script("V20261121_8006__broken.sql", "insert into greffon_garden_shed values (1)");

        assertThatThrownBy(this::apply).hasMessageContaining("greffon_garden_shed");

        assertThat(rows("select name from greffon_garden_bed order by id")).containsExactly("north", "south");
        assertThat(columns("greffon_garden_bed")).containsExactly("id", "name");
        assertThat(rows("select name from greffon_garden_bed b join greffon_sales_line l on l.bed_id = b.id"))
                .containsExactly("north");
        assertThat(rows("select nextval('greffon_garden_bed_seq')")).containsExactly("150");
    }

    @ParameterizedTest
    @EnumSource
    void afterAFailedUpgradeNothingIsLeftBesideTheTables(TestDatabase database) throws SQLException {
        installed(database);
        script("V20261121_8004__broken.sql", "insert into greffon_garden_shed values (1)");

        assertThatThrownBy(this::apply).isInstanceOf(RuntimeException.class);

        try (Connection connection = dataSource.getConnection()) {
            assertThat(ModuleTables.named(connection, "saved_")).isEmpty();
            assertThat(ModuleTables.named(connection, "greffon_garden_"))
                    .containsExactly("greffon_garden_bed", "greffon_garden_crop", "greffon_garden_schema_history");
        }
    }

    @ParameterizedTest
    @EnumSource
    void othersStillPointToTheTablesThatWerePutBack(TestDatabase database) throws SQLException {
        installed(database);
        script("V20261121_8004__broken.sql", "insert into greffon_garden_shed values (1)");

        assertThatThrownBy(this::apply).isInstanceOf(RuntimeException.class);

        assertThatThrownBy(() -> sql("insert into greffon_sales_line values (10, 404)"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> sql("insert into greffon_garden_crop values (2, 404)"))
                .isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aMendedVersionMigratesWhereTheBrokenOneFailed(TestDatabase database) throws SQLException {
        installed(database);
        script("V20261121_8004__places.sql", "alter table greffon_garden_bed add column place varchar(40)");
        Path broken = script("V20261121_8005__broken.sql", "insert into greffon_garden_shed values (1)");
        assertThatThrownBy(this::apply).isInstanceOf(RuntimeException.class);

        write(broken, "create table greffon_garden_shed (id bigint primary key)");

        assertThat(apply()).isEqualTo(2);
        assertThat(columns("greffon_garden_bed")).containsExactly("id", "name", "place");
        assertThat(rows("select name from greffon_garden_bed order by id")).containsExactly("north", "south");
    }

    @ParameterizedTest
    @EnumSource
    void aVersionThatLacksAnAppliedScriptSaysWhichOne(TestDatabase database) throws SQLException, IOException {
        installed(database);
        Path later =
                script("V20261121_8004__places.sql", "alter table greffon_garden_bed add column place varchar(40)");
        apply();
        Files.delete(later);
        script("V20261121_8005__shed.sql", "create table greffon_garden_shed (id bigint primary key)");

        assertThatThrownBy(this::apply).hasNoCause().hasMessageContaining("20261121.8004");

        assertThat(columns("greffon_garden_bed")).containsExactly("id", "name", "place");
    }

    @ParameterizedTest
    @EnumSource
    void aFirstVersionThatFailsLeavesNoTable(TestDatabase database) throws SQLException {
        dataSource = database.fresh().dataSource();
        script("V20261121_8001__beds.sql", "create table greffon_garden_bed (id bigint primary key)");
        script("V20261121_8002__broken.sql", "insert into greffon_garden_shed values (1)");

        assertThatThrownBy(this::apply).isInstanceOf(RuntimeException.class);

        try (Connection connection = dataSource.getConnection()) {
            assertThat(ModuleTables.named(connection, "greffon_garden_")).doesNotContain("greffon_garden_bed");
        }
    }

    @Test
    void aMigrationCutShortIsUndoneAtTheNextStart() throws SQLException {
        installed(TestDatabase.H2);
        try (Connection connection = dataSource.getConnection()) {
            new SavedTables(connection, "garden").save();
        }
        sql("alter table greffon_garden_bed add column place varchar(40)", "delete from greffon_garden_crop");

        assertThat(apply()).isZero();

        assertThat(columns("greffon_garden_bed")).containsExactly("id", "name");
        assertThat(rows("select id from greffon_garden_crop")).containsExactly("1");
    }

    @Test
    void aSaveCutShortIsNotTakenForAWholeOne() throws SQLException {
        installed(TestDatabase.H2);
        sql(
                "create table saved_greffon_garden_bed as select * from greffon_garden_bed where id = 1",
                "create table saved_greffon_garden (position integer primary key, statement text not null)");

        assertThat(apply()).isZero();

        assertThat(rows("select name from greffon_garden_bed order by id")).containsExactly("north", "south");
    }

    private void installed(TestDatabase database) throws SQLException {
        firstVersion(database);
        apply();
        sql(
                "insert into greffon_garden_crop values (1, 1)",
                "create table greffon_sales_line (id bigint primary key, bed_id bigint references greffon_garden_bed (id))",
                "insert into greffon_sales_line values (9, 1)");
        assertThat(rows("select nextval('greffon_garden_bed_seq')")).containsExactly("50");
        assertThat(rows("select nextval('greffon_garden_bed_seq')")).containsExactly("100");
    }

    private void firstVersion(TestDatabase database) {
        dataSource = database.fresh().dataSource();
        script("V20261121_8001__numbers.sql", "create sequence greffon_garden_bed_seq start with 50 increment by 50");
        script(
                "V20261121_8002__beds.sql",
                "create table greffon_garden_bed (id bigint primary key, name varchar(40) unique);"
                        + "insert into greffon_garden_bed values (1, 'north'); insert into greffon_garden_bed values (2, 'south')");
        script(
                "V20261121_8003__crops.sql",
                "create table greffon_garden_crop (id bigint primary key, bed_id bigint references greffon_garden_bed (id))");
    }

    private int apply() {
        return new Migrations(dataSource).apply("garden", this::find);
    }

    private Enumeration<URL> find(String folder, String pattern) {
        assertThat(pattern).isEqualTo("V*.sql");
        Path scripts = bundle.resolve(folder);
        if (!Files.exists(scripts)) {
            return null;
        }
        try (Stream<Path> files = Files.list(scripts)) {
            return Collections.enumeration(files.map(MigrationsTest::url).toList());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path script(String name, String sql) {
        Path file = bundle.resolve("GREFFON-INF/migration/common").resolve(name);
        write(file, sql);
        return file;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet found = connection.getMetaData().getColumns(null, connection.getSchema(), table, null)) {
            while (found.next()) {
                columns.add(found.getString("COLUMN_NAME"));
            }
        }
        return columns;
    }
}
