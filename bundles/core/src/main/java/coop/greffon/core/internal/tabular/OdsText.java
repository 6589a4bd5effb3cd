package coop.greffon.core.internal.tabular;

import java.util.Set;

/** The text of an ODS cell: its paragraphs, one per line, with white space as OpenDocument counts it. */
final class OdsText {
    /** What stands in a paragraph without being its text. */
    private static final Set<String> ASIDE = Set.of("annotation", "note", "ruby-text", "frame", "custom-shape", "g");

    private final XmlCursor cursor;
    private final int longest;
    private final StringBuilder text = new StringBuilder();
    private boolean afterSpace;

    private OdsText(XmlCursor cursor, int longest) {
        this.cursor = cursor;
        this.longest = longest;
    }

    /** From a cell's start tag to its end tag; comments and drawings are left out. */
    static String read(XmlCursor cursor, int longest) {
        OdsText reader = new OdsText(cursor, longest);
        boolean first = true;
        while (cursor.next() && !cursor.ends()) {
            if (cursor.starts("p")) {
                if (!first) {
                    reader.add('\n');
                }
                first = false;
                reader.paragraph();
            } else if (cursor.starts()) {
                cursor.skip();
            }
        }
        return reader.text.toString();
    }

    private void paragraph() {
        afterSpace = true;
        int depth = 1;
        while (depth > 0 && cursor.next()) {
            if (cursor.isText()) {
                characters();
            } else if (cursor.ends()) {
                depth--;
            } else if (cursor.starts()) {
                depth += element();
            }
        }
    }

    /** How much deeper the element leads: 1 where what it holds is text of the paragraph. */
    private int element() {
        String name = cursor.name();
        switch (name) {
            case "s" -> spaces(cursor.attribute(Ods.TEXT, "c"));
            case "tab" -> literal('\t');
            case "line-break" -> literal('\n');
            default -> {
                if (!ASIDE.contains(name)) {
                    return 1;
                }
            }
        }
        cursor.skip();
        return 0;
    }

    private void spaces(String count) {
        int spaces;
        try {
            spaces = count == null ? 1 : Integer.parseInt(count);
        } catch (NumberFormatException e) {
            throw Refusal.damaged(e);
        }
        for (int i = 0; i < spaces && text.length() <= longest; i++) {
            literal(' ');
        }
    }

    private void literal(char c) {
        add(c);
        afterSpace = false;
    }

    /** White space in the XML itself stands for one space, and for none at the start of a paragraph. */
    private void characters() {
        StringBuilder piece = new StringBuilder();
        cursor.addText(piece, CellLimits.LONGEST_RUN);
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (!space) {
                literal(c);
            } else if (!afterSpace) {
                add(' ');
                afterSpace = true;
            }
        }
    }

    private void add(char c) {
        if (text.length() <= longest) {
            text.append(c);
        }
    }
}
