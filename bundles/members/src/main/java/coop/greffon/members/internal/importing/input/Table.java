package coop.greffon.members.internal.importing.input;

import coop.greffon.core.tabular.TabularFile;
import coop.greffon.core.tabular.TabularFormat;
import coop.greffon.core.tabular.TabularRow;
import java.util.Iterator;
import java.util.List;

/** A table that can be read from its first row as often as needed, one row in memory at a time. */
public interface Table extends Iterable<TabularRow> {
    /** The format the table was read from: writing programs differ in what they do to cells. */
    TabularFormat format();

    /** The titles of the columns. */
    List<String> header();

    /** The table in a file. */
    static Table of(TabularFile file) {
        return new Table() {
            @Override
            public TabularFormat format() {
                return file.format();
            }

            @Override
            public List<String> header() {
                return file.header();
            }

            @Override
            public Iterator<TabularRow> iterator() {
                return file.iterator();
            }
        };
    }
}
