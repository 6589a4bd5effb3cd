package coop.greffon.members.internal.importing.plan;

import static coop.greffon.members.internal.importing.Tables.row;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.tabular.Cell;
import coop.greffon.core.tabular.TabularFormat;
import coop.greffon.members.internal.importing.Readings;
import coop.greffon.members.internal.importing.Tables;
import coop.greffon.members.internal.importing.cells.SourceRecord;
import coop.greffon.members.internal.importing.columns.ColumnMapping;
import coop.greffon.members.internal.importing.columns.Columns;
import coop.greffon.members.internal.importing.input.Table;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.LinePlan.Lines;
import coop.greffon.members.internal.importing.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows that belong together. */
class RecordsTest extends ImportTest {
    private static List<SourceRecord> records(Table table) {
        var records = new ArrayList<SourceRecord>();
        new Records(table, Columns.recognise(table.header(), ColumnMapping.NONE)).forEach(records::add);
        return records;
    }

    @Test
    void rowsEmptyButForATagBelongToTheOneAbove() {
        var plans = apply(
                "ID externe|Nom|Étiquettes|Ville|Commentaire libre",
                "x.1|Léa Tran|Caisse|Gap|",
                "||Tarif réduit, étudiant||",
                "||Jardin||",
                "x.2|Luc Martin|||",
                "||||note en marge");

        assertThat(plans).extracting(LinePlan::lines).containsExactly(new Lines(2, 4), new Lines(5, 6));
        assertThat(details(plans.get(0)).profile().tags())
                .containsExactly("Caisse", "Jardin", "Tarif réduit, étudiant");
    }

    @Test
    void rowsOfSpreadsheetsAreTreatedAlike() {
        var table = Tables.of(
                TabularFormat.XLSX,
                List.of("External ID", "Name", "Tags", "Active"),
                row("x.1", "Léa Tran", "Caisse", new Cell.Bool(true)),
                row(null, null, "Jardin", null),
                row("x.2", "Luc Martin", new Cell.Bool(false), new Cell.Bool(false)));

        assertThat(records(table)).extracting(SourceRecord::lines).containsExactly(new Lines(2, 3), new Lines(4, 4));
    }

    @Test
    void inACoopsOwnListARowWithoutANameIsAnError() {
        var plans = plan("Nom|Étiquettes", "Léa Tran|Caisse", "|Jardin");

        assertThat(outcomes(plans)).containsExactly(Outcome.CREATE, Outcome.ERROR);
    }

    @Test
    void filledColumnsWithoutATitleAreTold() {
        var table = Tables.of(
                TabularFormat.CSV,
                List.of("Nom", "", "Ville", ""),
                row("Léa Tran", "oui", "Gap", null),
                row("Luc Martin", null, null, null));
        var planner = new ImportPlanner(table, mapping, choices, Readings.NO_TAGS, Readings.NOTES, store, check);

        var summary = planner.plan(plan -> {});

        assertThat(summary.untitledColumns()).containsExactly(2);
        assertThat(summary.of(Outcome.CREATE)).isEqualTo(2);
        assertThat(summary.reasons()).isEqualTo(Map.of());
    }
}
