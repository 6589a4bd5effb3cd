package coop.greffon.core.internal.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.module.TableSize;
import coop.greffon.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModuleTablesTest {
    @TempDir
    private Path folder;

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
    void archivesEveryRowOfEveryTable(TestDatabase database) throws SQLException, IOException {
        Path zip = folder.resolve("archive/garden.zip");

        new ModuleTables(garden(database)).archive("garden", zip);

        assertThat(contents(zip))
                .containsExactly(
                        Map.entry(
                                "greffon_garden_bed.csv",
                                "id,name,photo,dug_at\r\n"
                                        + "1,\"north, \"\"wet\"\"\",AQL/,2026-11-21T08:30:00Z\r\n"
                                        + "2,\"\",,\r\n"),
                        Map.entry("greffon_garden_crop.csv", "id,bed_id\r\n7,1\r\n"),
                        Map.entry("greffon_garden_schema_history.csv", "version\r\n1\r\n"));
        assertThat(zip.resolveSibling("garden.zip.part")).doesNotExist();
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

    private static Map<String, String> contents(Path zip) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (var file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                contents.put(
                        entry.getName(), new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return contents;
    }
}
