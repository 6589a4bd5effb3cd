package coop.greffon.core.internal.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which cell styles of a workbook show a date. */
final class XlsxStyles {
    /** The format allows 64,000. */
    private static final int MOST = 1 << 16;

    private static final int LONGEST_FORMAT = 255;

    private final List<DateStyle> byIndex = new ArrayList<>();

    static XlsxStyles read(XmlCursor styles) throws IOException {
        XlsxStyles read = new XlsxStyles();
        Map<Integer, DateStyle> formats = new HashMap<>();
        boolean cellFormats = false;
        try (styles) {
            while (styles.next()) {
                if (styles.starts("numFmt")) {
                    formats.put(number(styles.attribute("numFmtId"), -1), ofCode(styles.attribute("formatCode")));
                } else if (styles.starts("cellXfs") || styles.ends("cellXfs")) {
                    cellFormats = styles.starts();
                } else if (cellFormats && styles.starts("xf")) {
                    int format = number(styles.attribute("numFmtId"), 0);
                    DateStyle style = formats.get(format);
                    read.byIndex.add(style == null ? DateStyle.ofBuiltIn(format) : style);
                }
                if (formats.size() > MOST || read.byIndex.size() > MOST) {
                    throw new Refusal(Reason.DAMAGED);
                }
            }
        }
        return read;
    }

    private static DateStyle ofCode(String code) {
        return code == null || code.length() > LONGEST_FORMAT ? DateStyle.NONE : DateStyle.ofCode(code);
    }

    private static int number(String text, int missing) {
        try {
            return text == null ? missing : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Refusal.damaged(e);
        }
    }

    /** What the style of a cell makes of its number; a cell without style shows it plain. */
    DateStyle of(String index) {
        int place = number(index, -1);
        return place >= 0 && place < byIndex.size() ? byIndex.get(place) : DateStyle.NONE;
    }
}
