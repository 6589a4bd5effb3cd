package coop.greffon.members.internal.importing.input;

import java.util.List;

/** A table that can be read from its first row as often as needed, one row in memory at a time. */
public interface Table extends Iterable<TabularRow> {
    /** The format the table was read from: writing programs differ in what they do to cells. */
    TabularFormat format();

    /** The titles of the columns. */
    List<String> header();
}
