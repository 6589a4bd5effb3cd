package coop.greffon.members.internal.importing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.tabular.TabularFormat;
import coop.greffon.members.internal.importing.MembersInMemory;
import coop.greffon.members.internal.importing.Readings;
import coop.greffon.members.internal.importing.Tables;
import coop.greffon.members.internal.importing.columns.ColumnMapping;
import coop.greffon.members.internal.importing.model.ImportChoices;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.MemberDetails;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What tests of whole imports share: a store, and files of a few lines. */
abstract class ImportTest {
    static final String ODOO = "ID externe|Nom|Nom affiché|Référence|Code barre|Est une entreprise|Société liée"
            + "|Type d'adresse|Rue|Ville|Email|N° TVA|Étiquettes|Notes|Créé le|Actif";

    final MembersInMemory store = new MembersInMemory();
    ImportChoices choices = Readings.USUAL;
    ColumnMapping mapping = ColumnMapping.NONE;
    MemberCheck check = details -> List.of();

    /** A file of texts: headings and cells are divided by bars. */
    static Object[][] rows(String... rows) {
        return java.util.Arrays.stream(rows)
                .map(row -> (Object[]) row.split("\\|", -1))
                .toArray(Object[][]::new);
    }

    List<LinePlan> plan(String headings, String... rows) {
        var table = Tables.of(TabularFormat.CSV, List.of(headings.split("\\|", -1)), rows(rows));
        var plans = new ArrayList<LinePlan>();
        new ImportPlanner(table, mapping, choices, Readings.NO_TAGS, Readings.NOTES, store, check).plan(plans::add);
        return plans;
    }

    /** Plans and stores; the plans come in the order of the lines. */
    List<LinePlan> apply(String headings, String... rows) {
        var plans = plan(headings, rows);
        store.apply(plans);
        return plans.stream()
                .sorted(Comparator.comparing(plan -> plan.lines().first()))
                .toList();
    }

    static List<Outcome> outcomes(List<LinePlan> plans) {
        return plans.stream().map(LinePlan::outcome).toList();
    }

    static List<Reason> reasons(LinePlan plan) {
        return plan.problems().stream().map(Problem::reason).toList();
    }

    static Problem problem(LinePlan plan, Reason reason) {
        var found = plan.problems().stream()
                .filter(problem -> problem.reason() == reason)
                .toList();
        assertThat(found).as("problems %s of %s", reason, plan).hasSize(1);
        return found.get(0);
    }

    static MemberDetails details(LinePlan plan) {
        return ((LinePlan.WantedMember) plan.wanted().orElseThrow()).details();
    }
}
