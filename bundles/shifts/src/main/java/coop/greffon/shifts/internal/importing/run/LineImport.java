package coop.greffon.shifts.internal.importing.run;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.tabular.TabularRow;
import coop.greffon.shifts.internal.importing.Column;
import coop.greffon.shifts.internal.importing.Layout;
import coop.greffon.shifts.internal.importing.LineReader;
import coop.greffon.shifts.internal.importing.ReadLine;

/** Brings one kind of thing along. */
interface LineImport<T> {
    ReadLine<T> read(LineReader reader, TabularRow row);

    /** Whom or what a line is about, for people; two lines of a file may not be about the same. */
    String subject(T content);

    /**
     * Does what a line says, in the caller's transaction.
     *
     * @throws Problem where it cannot be done
     */
    Applied apply(T content, Actor by);

    /** The column that a field at fault was read from. */
    Column column(String field, T content, Layout layout);
}
