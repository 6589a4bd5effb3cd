package coop.greffon.members.internal.importing.run;

import coop.greffon.members.internal.importing.columns.ColumnMapping;
import java.nio.file.Path;
import java.time.ZoneId;

/**
 * A file to be imported, and what was decided about it.
 *
 * @param path where it is
 * @param name what people call it
 * @param mapping what columns mean, where that was chosen by hand
 * @param options the rest
 */
public record ImportFile(Path path, String name, ColumnMapping mapping, Options options) {
    /**
     * What may be chosen for a whole file.
     *
     * @param withProgramAccounts whether the accounts that the exporting program made for itself are imported too
     * @param refuseLinesWithErrors whether one refused value refuses its whole line
     * @param organisationsAreMembers whether an organisation is a member like a person
     * @param fileZone the zone in which the file tells times, null for the co-op's
     */
    public record Options(
            boolean withProgramAccounts,
            boolean refuseLinesWithErrors,
            boolean organisationsAreMembers,
            ZoneId fileZone) {
        /** The choices nobody needs to make. */
        public static final Options USUAL = new Options(false, false, false, null);
    }
}
