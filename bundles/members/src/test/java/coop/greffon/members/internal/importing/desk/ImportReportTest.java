package coop.greffon.members.internal.importing.desk;

import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Text;
import coop.greffon.testing.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the report of a check tells, as it is kept. */
class ImportReportTest {
    private static final String[] LINES = {
        "id,name,is_company,parent_id/id,type,street,city",
        "x.1,Le Moulin,True,,contact,,",
        "x.2,Luc Tran,,,contact,,",
        "x.3,,,x.1,delivery,3 rue du Puits,Gap"
    };

    @ParameterizedTest
    @EnumSource
    void furtherAddressesAreCountedAndShownApartFromRecords(TestDatabase database) {
        var desk = new DeskAtOnce(database);

        Upload upload = desk.checked(LINES);

        assertThat(upload.count(LineKind.CREATE)).isEqualTo(2);
        assertThat(upload.count(LineKind.ADDRESS)).isEqualTo(1);
        assertThat(upload.lines()).isEqualTo(3);
        assertThat(upload.changing()).isEqualTo(3);
        assertThat(desk.desk.lines(upload.id(), LineKind.CREATE, 0, 10, NADIA))
                .extracting(LineReport::line)
                .containsExactly(2L, 3L);
        assertThat(desk.desk.lines(upload.id(), LineKind.ADDRESS, 0, 10, NADIA))
                .extracting(LineReport::line)
                .containsExactly(4L);
    }

    /** Progress is told now and then: the last time, 250 of 260 were done. */
    @ParameterizedTest
    @EnumSource
    void allLinesAreDoneOnceTheyAreCheckedAndOnceTheyAreImported(TestDatabase database) {
        var desk = new DeskAtOnce(database);
        String[] people = IntStream.rangeClosed(0, 260)
                .mapToObj(line -> line == 0 ? "N° adhérent,Nom" : line + ",Léa Tran" + line)
                .toArray(String[]::new);

        Upload checked = desk.checked(people);
        assertThat(checked.linesAll()).isEqualTo(260);
        assertThat(checked.done()).isEqualTo(260);

        assertThat(desk.imported(checked).done()).isEqualTo(260);
    }

    @ParameterizedTest
    @EnumSource
    void whatComesToBeIsToldInNoLanguage(TestDatabase database) {
        var desk = new DeskAtOnce(database);

        List<LineReport> lines = desk.desk.lines(desk.checked(LINES).id(), null, 0, 10, NADIA);

        assertThat(lines)
                .extracting(LineReport::becomes)
                .containsExactly(
                        List.of(Text.of(
                                "members.import.becomes.ORGANISATION",
                                "Le Moulin",
                                Text.of("members.import.becomes.no-member"))),
                        List.of(Text.of("members.import.becomes.PERSON", "Luc Tran", Text.of("members.status.MEMBER"))),
                        List.of(Text.of("members.import.becomes.DELIVERY", "Le Moulin")));
    }
}
