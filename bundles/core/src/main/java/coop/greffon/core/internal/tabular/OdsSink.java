package coop.greffon.core.internal.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Writes an ODS spreadsheet (OpenDocument 1.2). */
public final class OdsSink implements RowSink {
    private final ZipXmlWriter zip;
    private final Sheet sheet;
    private final XmlPart content;

    public OdsSink(OutputStream out, Sheet sheet) throws IOException {
        this.sheet = sheet;
        this.zip = new ZipXmlWriter(out);
        zip.stored("mimetype", Ods.MEDIA_TYPE);
        writeManifest();
        content = zip.begin("content.xml");
        startContent();
        startTable(sheet.title(), sheet.columns().size());
        writeHeader();
    }

    private void writeManifest() throws IOException {
        zip.begin("META-INF/manifest.xml")
                .start("manifest:manifest", "xmlns:manifest", Ods.MANIFEST, "manifest:version", "1.2")
                .empty("manifest:file-entry", "manifest:full-path", "/", "manifest:media-type", Ods.MEDIA_TYPE)
                .empty("manifest:file-entry", "manifest:full-path", "content.xml", "manifest:media-type", "text/xml");
        zip.end();
    }

    private void startContent() throws IOException {
        content.start(
                "office:document-content",
                "xmlns:office",
                Ods.OFFICE,
                "xmlns:table",
                Ods.TABLE,
                "xmlns:text",
                Ods.TEXT,
                "xmlns:style",
                Ods.STYLE,
                "xmlns:fo",
                Ods.FORMAT,
                "xmlns:number",
                Ods.NUMBER,
                "office:version",
                "1.2");
        content.start("office:automatic-styles");
        content.start("style:style", "style:name", "column", "style:family", "table-column")
                .empty("style:table-column-properties", "style:column-width", "4cm")
                .end();
        content.start("style:style", "style:name", "header", "style:family", "table-cell")
                .empty("style:text-properties", "fo:font-weight", "bold")
                .end();
        startDateStyle("day-format").end();
        startDateStyle("moment-format");
        literal(" ");
        content.empty("number:hours", "number:style", "long");
        literal(":");
        content.empty("number:minutes", "number:style", "long").end();
        cellStyle("day", "day-format");
        cellStyle("moment", "moment-format");
        content.end().start("office:body").start("office:spreadsheet");
    }

    /** A date in the order of the reader's country. */
    private XmlPart startDateStyle(String name) throws IOException {
        content.start("number:date-style", "style:name", name, "number:automatic-order", "true")
                .empty("number:day", "number:style", "long");
        literal("/");
        content.empty("number:month", "number:style", "long");
        literal("/");
        return content.empty("number:year", "number:style", "long");
    }

    private void literal(String text) throws IOException {
        content.start("number:text").text(text).end();
    }

    private void cellStyle(String name, String format) throws IOException {
        content.empty("style:style", "style:name", name, "style:family", "table-cell", "style:data-style-name", format);
    }

    private void startTable(String title, int columns) throws IOException {
        content.start("table:table", "table:name", title)
                .empty(
                        "table:table-column",
                        "table:style-name",
                        "column",
                        "table:number-columns-repeated",
                        String.valueOf(columns));
    }

    private void writeHeader() throws IOException {
        content.start("table:table-header-rows").start("table:table-row");
        for (String column : sheet.columns()) {
            content.start("table:table-cell", "table:style-name", "header", "office:value-type", "string");
            writeText(column);
            content.end();
        }
        content.end().end();
    }

    @Override
    public void row(List<Object> values) throws IOException {
        content.start("table:table-row");
        for (Object value : values) {
            writeCell(value);
        }
        content.end();
    }

    private void writeCell(Object value) throws IOException {
        if (value == null) {
            content.empty("table:table-cell");
            return;
        }
        if (value instanceof BigDecimal number) {
            content.start("table:table-cell", "office:value-type", "float", "office:value", number.toPlainString());
        } else if (value instanceof Boolean flag) {
            content.start("table:table-cell", "office:value-type", "boolean", "office:boolean-value", flag.toString());
        } else if (value instanceof LocalDate) {
            startDate("day", Values.text(value));
        } else if (value instanceof LocalDateTime) {
            startDate("moment", Values.text(value));
        } else {
            content.start("table:table-cell", "office:value-type", "string");
        }
        writeText(Values.text(value));
        content.end();
    }

    private void startDate(String style, String iso) throws IOException {
        content.start(
                "table:table-cell", "table:style-name", style, "office:value-type", "date", "office:date-value", iso);
    }

    private void writeText(String text) throws IOException {
        for (String line : text.split("\r\n|\r|\n", -1)) {
            content.start("text:p");
            writeLine(line);
            content.end();
        }
    }

    /** A space beside another one, or at an end of the line, would be lost as plain text. */
    private void writeLine(String line) throws IOException {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean lonely = i > 0 && line.charAt(i - 1) != ' ' && i + 1 < line.length();
            if (c == '\t' || (c == ' ' && !lonely)) {
                content.text(plain.toString()).empty(c == '\t' ? "text:tab" : "text:s");
                plain.setLength(0);
            } else {
                plain.append(XmlCharacters.isLegal(line, i) ? c : '\uFFFD');
            }
        }
        content.text(plain.toString());
    }

    @Override
    public void finish() throws IOException {
        content.end();
        if (!sheet.criteria().isEmpty()) {
            startTable(sheet.criteriaTitle(), 2);
            for (List<Object> criterion : sheet.criteria()) {
                row(criterion);
            }
        }
        zip.end();
        zip.finish();
    }

    @Override
    public void close() {
        zip.close();
    }
}
