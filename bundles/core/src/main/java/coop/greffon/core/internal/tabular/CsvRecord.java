package coop.greffon.core.internal.tabular;

import coop.greffon.core.message.Text;
import java.util.List;

/**
 * A record of a CSV text.
 *
 * @param line the physical line it starts on, from 1
 * @param cells as many as are kept
 * @param count how many there are
 * @param fault what is wrong with it, null where nothing is
 * @param openedOn the line whose open quote swallowed this one at first, 0 where none did
 */
record CsvRecord(long line, List<String> cells, int count, Text fault, long openedOn) {
    boolean isBlank() {
        return fault == null && cells.size() == count && cells.stream().allMatch(String::isEmpty);
    }
}
