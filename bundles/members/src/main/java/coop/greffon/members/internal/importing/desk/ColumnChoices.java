package coop.greffon.members.internal.importing.desk;

import coop.greffon.core.tabular.TabularFile;
import coop.greffon.core.tabular.TabularLimits;
import coop.greffon.members.internal.importing.columns.ColumnCorrection;
import coop.greffon.members.internal.importing.columns.ColumnMapping;
import java.nio.file.Path;
import java.util.List;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was chosen on the page for the columns of files of some form, for whoever imports one elsewhere. */
@Component(service = ColumnChoices.class)
public final class ColumnChoices {
    private final JpaTemplate jpa;

    @Activate
    public ColumnChoices(@Reference(target = "(osgi.unit.name=members)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /**
     * The choices for a file.
     *
     * @param corrections what is chosen for this time only, as {@link ColumnCorrection} reads it
     * @throws coop.greffon.core.problem.InvalidInput where a correction names no column of the file, or no field
     * @throws coop.greffon.core.tabular.UnreadableTableException where it is no table
     */
    public ColumnMapping of(Path path, List<String> corrections) {
        var name = path.getFileName().toString();
        try (var file = TabularFile.open(path, name, TabularLimits.standard())) {
            var remembered = jpa.txExpr(TransactionType.Supports, em -> new ColumnMemory(em).recall(file.header()));
            return ColumnCorrection.applied(corrections, file.header(), remembered);
        }
    }
}
