package coop.greffon.members.internal.importing.model;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What whoever imports decides once for the whole file.
 *
 * @param today the day of the import
 * @param fileZone the zone in which the file tells times. Odoo writes them in that of the user who exported, and does
 *     not say which: unless told, take the co-op's
 * @param coopZone the zone whose calendar turns a moment into a day
 * @param withProgramAccounts whether the accounts that the exporting program made for itself are imported too
 * @param refuseLinesWithErrors whether one refused value refuses its whole line
 * @param organisationsAreMembers whether an organisation without any standing of its own in the file is a member like
 *     a person. Most are suppliers: they, and the people to talk to there, come in as contacts
 */
public record ImportChoices(
        LocalDate today,
        ZoneId fileZone,
        ZoneId coopZone,
        boolean withProgramAccounts,
        boolean refuseLinesWithErrors,
        boolean organisationsAreMembers) {
    /** The choices nobody needs to make. */
    public static ImportChoices usual(LocalDate today, ZoneId coopZone) {
        return new ImportChoices(today, coopZone, coopZone, false, false, false);
    }
}
