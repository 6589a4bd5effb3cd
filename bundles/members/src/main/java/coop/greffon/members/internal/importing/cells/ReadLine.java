package coop.greffon.members.internal.importing.cells;

import coop.greffon.members.internal.importing.model.FurtherAddress;
import coop.greffon.members.internal.importing.model.LinePlan.Lines;
import coop.greffon.members.internal.importing.model.MemberDetails;
import coop.greffon.members.internal.importing.model.Problem;
import java.util.List;
import java.util.OptionalLong;

/**
 * All that one record of the file says, taken by itself.
 *
 * @param label the name to show, or failing that what else tells the record from others
 * @param displayName the name by which other lines call the record
 * @param nameUndivided whether the name stood in one cell, so that its division is only a reading of ours
 * @param parent whom the record belongs to, or null
 * @param use what kind of further address the record is, or null if it is a person or organisation
 * @param notes the parts of the notes: what the file says, then what other fields could not take
 * @param hints what the standing rests on
 * @param own what only a file that Greffon wrote says, or null
 * @param programAccount whether the exporting program made the record for itself
 */
public record ReadLine(
        Lines lines,
        String label,
        String displayName,
        MemberDetails details,
        boolean nameUndivided,
        ParentReference parent,
        FurtherAddress.Use use,
        List<String> notes,
        Hints hints,
        OwnRecord own,
        boolean programAccount,
        List<Problem> problems) {
    public ReadLine {
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }

    /**
     * How the file names a parent.
     *
     * @param identifier its external identifier, or empty
     * @param name its display name as written, or empty
     * @param vat the VAT number that Odoo copied from it, or empty: with the address, it tells parents of one name apart
     */
    public record ParentReference(String identifier, String name, String vat) {}

    /**
     * How sure the standing is.
     *
     * @param statusTold whether a column of statuses says it; otherwise it follows from the record being archived or not
     * @param joinedByCreation whether the day of joining is only that on which the record was created
     * @param bySince whether the day is the first one of the status, which need not be that of joining
     */
    public record Hints(boolean statusTold, boolean joinedByCreation, boolean bySince) {}

    /**
     * Which record of Greffon a line of its own export is about.
     *
     * @param id the identifier of the record
     * @param revision how often the record had been changed when the file was written, absent where the file does not say
     * @param name the whole name beside the parts of it
     * @param notesTold whether the cell of the notes is filled; what other fields could not take are notes too
     * @param kindTold whether the file says who is an organisation
     * @param mails which of them are told
     * @param phones likewise
     */
    public record OwnRecord(
            long id,
            OptionalLong revision,
            String name,
            boolean notesTold,
            boolean kindTold,
            ListPart mails,
            ListPart phones) {}

    /** Which part of a list a line tells: our own export has the first in one column and the others in the next. */
    public enum ListPart {
        FIRST,
        OTHERS,
        WHOLE,
        /** One of the two columns was taken out of the file, and which is not known. */
        SOME
    }

    /** Whether the record is a further address of its parent. */
    public boolean isAddress() {
        return use != null;
    }
}
