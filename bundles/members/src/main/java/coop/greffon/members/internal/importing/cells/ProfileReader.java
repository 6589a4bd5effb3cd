package coop.greffon.members.internal.importing.cells;

import coop.greffon.members.MemberKind;
import coop.greffon.members.internal.importing.cells.TagNames.Style;
import coop.greffon.members.internal.importing.columns.Columns;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.NoteWriter;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads cards, tags, VAT number and notes. */
final class ProfileReader {
    private static final Pattern LIST = Pattern.compile("[;,|\\n]|\\s/\\s");
    private static final Pattern VAT = Pattern.compile("[A-Z]{2}[A-Z0-9+*]{2,13}");
    private static final int FEWEST_VAT_DIGITS = 7;
    private static final Pattern PUNCTUATION = Pattern.compile("[ .-]+");
    /** Odoo's XLSX says, in the user's language, that a cell may hold 32,767 characters and that CSV may hold more. */
    private static final Pattern CUT_BY_EXPORT = Pattern.compile("(?=[^\\n]{40,300}$)(?=.*XLSX)(?=.*32 ?767).*CSV.*");

    private final Line line;
    private final KnownTags known;
    private final Style style;

    ProfileReader(Line line, KnownTags known) {
        this.line = line;
        this.known = known;
        this.style = styleOf(line.columns());
    }

    private static Style styleOf(Columns columns) {
        if (!columns.fromOdoo()) {
            return Style.FREE_LIST;
        }
        return columns.hasTechnicalNames() ? Style.ODOO_LIST : Style.ONE_PER_ROW;
    }

    List<String> cards() {
        var cards = new LinkedHashSet<String>();
        for (var cell : line.texts(Field.CARD)) {
            // A comma may stand within a number that a spreadsheet rounded.
            for (var typed : CardReading.isRounded(cell) ? new String[] {cell} : LIST.split(cell, -1)) {
                if (!typed.isBlank()) {
                    var reading = CardReading.of(typed);
                    line.report(reading.problems());
                    if (!reading.code().isEmpty()) {
                        cards.add(reading.code());
                    }
                }
            }
        }
        return List.copyOf(cards);
    }

    /** The tags of the record, some of them on rows of their own. */
    SortedSet<String> tags(List<Line> furtherRows) {
        var paths = new TreeSet<String>();
        addTags(line, paths);
        furtherRows.forEach(row -> addTags(row, paths));
        return paths;
    }

    private void addTags(Line row, SortedSet<String> paths) {
        for (var cell : row.texts(Field.TAGS)) {
            add(TagNames.ofNames(cell, known, style), paths);
        }
        for (var cell : row.texts(Field.TAG_IDS)) {
            add(TagNames.ofIdentifiers(cell, known), paths);
        }
    }

    private void add(TagNames.Reading reading, SortedSet<String> paths) {
        paths.addAll(reading.paths());
        line.report(reading.problems());
    }

    /** The VAT number: of organisations only, since Odoo copies a company's to all people it has as contacts. */
    String vat(MemberKind kind, boolean hasParent, NoteWriter noteWriter, List<String> kept) {
        var typed = line.text(Field.VAT);
        if (typed.isEmpty() || (kind == MemberKind.PERSON && hasParent)) {
            return "";
        }
        var number = vatNumber(typed);
        if (number.isPresent() && kind == MemberKind.ORGANISATION) {
            return number.get();
        }
        line.report(
                Problem.of(Field.VAT, number.isPresent() ? Reason.VAT_OF_A_PERSON : Reason.VAT_NOT_A_NUMBER, typed));
        kept.add(noteWriter.line(Field.VAT, typed));
        return "";
    }

    /** The number without spaces and punctuation, if it looks like one. */
    static Optional<String> vatNumber(String typed) {
        var compact = PUNCTUATION.matcher(typed.toUpperCase(Locale.ROOT)).replaceAll("");
        return Optional.of(compact).filter(text -> VAT.matcher(text).matches() && digitsIn(text) >= FEWEST_VAT_DIGITS);
    }

    private static long digitsIn(String text) {
        return text.chars().filter(Character::isDigit).count();
    }

    /** What the file itself notes. */
    List<String> notes() {
        var notes = new ArrayList<String>();
        for (var text : line.texts(Field.NOTES)) {
            if (CUT_BY_EXPORT.matcher(text).matches()) {
                line.report(Problem.of(Field.NOTES, Reason.NOTES_CUT_BY_EXPORT, text));
            } else {
                notes.add(text);
            }
        }
        return notes;
    }
}
