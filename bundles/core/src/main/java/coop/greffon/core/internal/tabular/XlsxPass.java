package coop.greffon.core.internal.tabular;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;

/** The rows of one worksheet. */
final class XlsxPass extends SheetPass {
    /** XFD, the last column of the format. */
    private static final int LAST_COLUMN = 16_384;

    private final XmlCursor cursor;
    private final SharedStrings strings;
    private final XlsxStyles styles;
    private final boolean from1904;
    private long line;

    XlsxPass(XmlCursor cursor, SharedStrings strings, XlsxStyles styles, boolean from1904, CellLimits limits) {
        super(limits);
        this.cursor = cursor;
        this.strings = strings;
        this.styles = styles;
        this.from1904 = from1904;
    }

    @Override
    long line() {
        return line;
    }

    @Override
    boolean read(RowBuilder target) throws IOException {
        target.clear();
        while (cursor.next()) {
            if (cursor.starts("row")) {
                line = number(cursor.attribute("r"), line + 1);
                readCells(target);
                return true;
            }
            if (cursor.ends("sheetData")) {
                return false;
            }
        }
        return false;
    }

    private void readCells(RowBuilder target) throws IOException {
        int column = -1;
        while (cursor.next() && !cursor.ends("row")) {
            if (cursor.starts("c")) {
                column = column(cursor.attribute("r"), column + 1);
                readCell(target, column);
            }
        }
    }

    private void readCell(RowBuilder target, int column) throws IOException {
        String type = cursor.attribute("t");
        String style = cursor.attribute("s");
        String stored = "";
        String formula = null;
        while (cursor.next() && !cursor.ends("c")) {
            if (cursor.starts("v")) {
                stored = cursor.ownText(limits().characters());
            } else if (cursor.starts("f")) {
                formula = cursor.ownText(limits().characters());
            } else if (cursor.starts("is")) {
                stored = SharedStrings.richText(cursor, limits().characters());
            } else if (cursor.starts()) {
                cursor.skip();
            }
        }
        if (formula != null) {
            String cached = "s".equals(type) ? strings.get((int) number(stored, -1)) : stored;
            target.put(column, FormulaValue.of(formula, cached), label(column));
        } else if ("e".equals(type)) {
            target.fault(RowFault.ERROR_VALUE.text(label(column), stored));
            target.put(column, stored, label(column));
        } else if (!stored.isEmpty()) {
            target.put(column, value(type == null ? "n" : type, stored, style), label(column));
        }
    }

    private Object value(String type, String stored, String style) throws IOException {
        return switch (type) {
            case "s" -> strings.get((int) number(stored, -1));
            case "b" -> stored.equals("1") || stored.equals("true");
            case "d" -> moment(stored);
            case "str" -> TextEscapes.decode(stored);
            case "inlineStr" -> stored;
            default -> {
                BigDecimal number = Numbers.parse(stored);
                yield number == null ? stored : Serials.read(exact(stored, number, style), styles.of(style), from1904);
            }
        };
    }

    /** A date to the millisecond needs more digits than a spreadsheet shows of a number. */
    private BigDecimal exact(String stored, BigDecimal shown, String style) {
        return styles.of(style) == DateStyle.NONE ? shown : new BigDecimal(stored.strip());
    }

    private static Object moment(String stored) {
        try {
            return stored.contains("T") ? LocalDateTime.parse(stored) : LocalDate.parse(stored);
        } catch (DateTimeParseException e) {
            return stored;
        }
    }

    /** Rows and cells follow in order; a file where they do not could make us keep the whole sheet. */
    private int column(String reference, int next) {
        int column = 0;
        int place = 0;
        while (reference != null && place < reference.length() && Character.isLetter(reference.charAt(place))) {
            column = column * 26 + Character.toUpperCase(reference.charAt(place)) - 'A' + 1;
            place++;
            if (column > LAST_COLUMN) {
                throw Refusal.at(line, Reason.DAMAGED);
            }
        }
        column = place == 0 ? next : column - 1;
        if (column < next || column >= LAST_COLUMN) {
            throw Refusal.at(line, Reason.DAMAGED);
        }
        return column;
    }

    private static long number(String text, long next) {
        try {
            long number = text == null ? next : Long.parseLong(text.strip());
            if (number < next || number > Integer.MAX_VALUE) {
                throw new Refusal(Reason.DAMAGED);
            }
            return number;
        } catch (NumberFormatException e) {
            throw Refusal.damaged(e);
        }
    }

    @Override
    public void close() throws IOException {
        cursor.close();
    }
}
