package coop.greffon.core.internal.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Writes an XLSX workbook (Office Open XML), its texts in the cells themselves so that none has to be kept. */
public final class XlsxSink implements RowSink {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    /** What Excel takes in a cell; more, and it calls the file damaged. */
    private static final int LONGEST_TEXT = 32_767;

    private static final String BOLD = "1";
    private static final String DAY = "2";
    private static final String MOMENT = "3";

    private final ZipXmlWriter zip;
    private final Sheet sheet;
    private XmlPart part;
    private int row;

    public XlsxSink(OutputStream out, Sheet sheet) throws IOException {
        this.sheet = sheet;
        this.zip = new ZipXmlWriter(out);
        writeContentTypes();
        writePackageRelations();
        writeWorkbook();
        writeWorkbookRelations();
        writeStyles();
        startSheet(1, true);
        startRow();
        for (int column = 0; column < sheet.columns().size(); column++) {
            writeText(column, sheet.columns().get(column), BOLD);
        }
        part.end();
    }

    private int sheets() {
        return sheet.criteria().isEmpty() ? 1 : 2;
    }

    private void writeContentTypes() throws IOException {
        XmlPart types = zip.begin("[Content_Types].xml")
                .start("Types", "xmlns", PACKAGE + "content-types")
                .empty(
                        "Default",
                        "Extension",
                        "rels",
                        "ContentType",
                        "application/vnd.openxmlformats-package.relationships+xml")
                .empty("Default", "Extension", "xml", "ContentType", "application/xml");
        override(types, "/xl/workbook.xml", TYPE + "sheet.main+xml");
        override(types, "/xl/styles.xml", TYPE + "styles+xml");
        for (int i = 1; i <= sheets(); i++) {
            override(types, "/xl/worksheets/sheet" + i + ".xml", TYPE + "worksheet+xml");
        }
        zip.end();
    }

    private static void override(XmlPart types, String name, String type) throws IOException {
        types.empty("Override", "PartName", name, "ContentType", type);
    }

    private void writePackageRelations() throws IOException {
        XmlPart relations = zip.begin("_rels/.rels").start("Relationships", "xmlns", PACKAGE + "relationships");
        relation(relations, "rId1", "officeDocument", "xl/workbook.xml");
        zip.end();
    }

    private void writeWorkbookRelations() throws IOException {
        XmlPart relations =
                zip.begin("xl/_rels/workbook.xml.rels").start("Relationships", "xmlns", PACKAGE + "relationships");
        for (int i = 1; i <= sheets(); i++) {
            relation(relations, "rId" + i, "worksheet", "worksheets/sheet" + i + ".xml");
        }
        relation(relations, "rId" + (sheets() + 1), "styles", "styles.xml");
        zip.end();
    }

    private static void relation(XmlPart relations, String id, String type, String target) throws IOException {
        relations.empty("Relationship", "Id", id, "Type", OFFICE + "/" + type, "Target", target);
    }

    private void writeWorkbook() throws IOException {
        XmlPart workbook = zip.begin("xl/workbook.xml")
                .start("workbook", "xmlns", MAIN, "xmlns:r", OFFICE)
                .start("sheets")
                .empty("sheet", "name", sheet.title(), "sheetId", "1", "r:id", "rId1");
        if (sheets() > 1) {
            workbook.empty("sheet", "name", sheet.criteriaTitle(), "sheetId", "2", "r:id", "rId2");
        }
        zip.end();
    }

    /** Cell formats by number: plain, bold, and the reader's own day (14) and day with time (22). */
    private void writeStyles() throws IOException {
        XmlPart styles = zip.begin("xl/styles.xml").start("styleSheet", "xmlns", MAIN);
        styles.start("fonts", "count", "2");
        styles.start("font")
                .empty("sz", "val", "11")
                .empty("name", "val", "Calibri")
                .end();
        styles.start("font")
                .empty("b")
                .empty("sz", "val", "11")
                .empty("name", "val", "Calibri")
                .end();
        styles.end().start("fills", "count", "2");
        styles.start("fill").empty("patternFill", "patternType", "none").end();
        styles.start("fill").empty("patternFill", "patternType", "gray125").end();
        styles.end().start("borders", "count", "1").empty("border").end();
        styles.start("cellStyleXfs", "count", "1")
                .empty("xf", "numFmtId", "0", "fontId", "0", "fillId", "0", "borderId", "0")
                .end();
        styles.start("cellXfs", "count", "4");
        cellFormat(styles, "0", "0");
        cellFormat(styles, "0", "1");
        cellFormat(styles, "14", "0");
        cellFormat(styles, "22", "0");
        zip.end();
    }

    private static void cellFormat(XmlPart styles, String number, String font) throws IOException {
        styles.empty(
                "xf",
                "numFmtId",
                number,
                "fontId",
                font,
                "fillId",
                "0",
                "borderId",
                "0",
                "xfId",
                "0",
                "applyNumberFormat",
                "1",
                "applyFont",
                "1");
    }

    private void startSheet(int number, boolean frozenHeader) throws IOException {
        row = 0;
        part = zip.begin("xl/worksheets/sheet" + number + ".xml").start("worksheet", "xmlns", MAIN);
        if (frozenHeader) {
            part.start("sheetViews")
                    .start("sheetView", "workbookViewId", "0")
                    .empty("pane", "ySplit", "1", "topLeftCell", "A2", "activePane", "bottomLeft", "state", "frozen")
                    .end()
                    .end();
        }
        part.empty("sheetFormatPr", "defaultColWidth", "20", "defaultRowHeight", "15")
                .start("sheetData");
    }

    private void startRow() throws IOException {
        row++;
        part.start("row", "r", String.valueOf(row));
    }

    @Override
    public void row(List<Object> values) throws IOException {
        startRow();
        for (int column = 0; column < values.size(); column++) {
            if (values.get(column) != null) {
                writeCell(column, values.get(column));
            }
        }
        part.end();
    }

    private void writeCell(int column, Object value) throws IOException {
        if (value instanceof BigDecimal number) {
            writeValue(column, number.toPlainString());
        } else if (value instanceof Boolean flag) {
            writeValue(column, flag ? "1" : "0", "t", "b");
        } else if (value instanceof LocalDate day) {
            writeDate(column, Serials.of(day), DAY, value);
        } else if (value instanceof LocalDateTime moment) {
            writeDate(column, Serials.of(moment), MOMENT, value);
        } else {
            writeText(column, value.toString());
        }
    }

    private void writeDate(int column, BigDecimal serial, String style, Object value) throws IOException {
        if (serial == null) {
            writeText(column, Values.text(value));
        } else {
            writeValue(column, serial.toPlainString(), "s", style);
        }
    }

    private void writeValue(int column, String value, String... attributes) throws IOException {
        startCell(column, attributes).start("v").text(value).end().end();
    }

    private void writeText(int column, String text, String style) throws IOException {
        writeText(startCell(column, "s", style, "t", "inlineStr"), text);
    }

    private void writeText(int column, String text) throws IOException {
        writeText(startCell(column, "t", "inlineStr"), text);
    }

    private static void writeText(XmlPart cell, String text) throws IOException {
        cell.start("is")
                .start("t", "xml:space", "preserve")
                .text(TextEscapes.encode(shortened(text)))
                .end()
                .end()
                .end();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    private XmlPart startCell(int column, String... attributes) throws IOException {
        String[] all = new String[attributes.length + 2];
        all[0] = "r";
        all[1] = ColumnLetters.of(column) + row;
        System.arraycopy(attributes, 0, all, 2, attributes.length);
        return part.start("c", all);
    }

    @Override
    public void finish() throws IOException {
        zip.end();
        if (!sheet.criteria().isEmpty()) {
            startSheet(2, false);
            for (List<Object> criterion : sheet.criteria()) {
                row(criterion);
            }
            zip.end();
        }
        zip.finish();
    }

    @Override
    public void close() {
        zip.close();
    }
}
