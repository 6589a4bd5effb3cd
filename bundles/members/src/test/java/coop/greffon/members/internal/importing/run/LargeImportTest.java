package coop.greffon.members.internal.importing.run;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.testing.TestDatabase;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LargeImportTest {
    @Test
    void postgreSqlKnowsAtOnceHowManyThereAre() {
        var fixture = new ImportFixture(TestDatabase.POSTGRESQL);
        String[] lines = Stream.concat(
                        Stream.of("N° adhérent,Prénom,Nom de famille"),
                        IntStream.range(0, 1_000).mapToObj(i -> i + ",Léa,Tran"))
                .toArray(String[]::new);

        fixture.apply(Mode.ALL, lines);

        assertThat(rows(fixture, "member")).isEqualTo("1000");
        // Each has lea, tran, a number, and the two pairs of the words: &le tran and &tr lea.
        assertThat(rows(fixture, "word")).isEqualTo("5000");
    }

    private static String rows(ImportFixture fixture, String table) {
        return fixture.members
                .sql("select reltuples::bigint from pg_class where relname = 'greffon_members_" + table + "'")
                .get(0);
    }
}
