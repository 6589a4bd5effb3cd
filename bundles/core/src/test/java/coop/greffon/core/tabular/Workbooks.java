package coop.greffon.core.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small workbooks written by hand, part by part. */
final class Workbooks {
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String ODS_NAMESPACES = """
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
            xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"""";

    private Workbooks() {}

    /** The parts of an XLSX workbook whose only sheet holds these rows; styles 1 to 5: day, moment, clock, elapsed, percent. */
    static Map<String, String> xlsx(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put(
                "_rels/.rels",
                relations("<Relationship Id='w' Type='" + RELATION + "/officeDocument' Target='xl/workbook.xml'/>"));
        parts.put("xl/workbook.xml", workbook("<sheet name='Membres' sheetId='1' r:id='s1'/>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations("<Relationship Id='s1' Type='" + RELATION + "/worksheet' Target='worksheets/sheet1.xml'/>"
                        + "<Relationship Id='s2' Type='" + RELATION + "/worksheet' Target='/xl/worksheets/sheet2.xml'/>"
                        + "<Relationship Id='st' Type='" + RELATION + "/styles' Target='styles.xml'/>"
                        + "<Relationship Id='ss' Type='" + RELATION + "/sharedStrings' Target='sharedStrings.xml'/>"));
        parts.put(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='yyyy\\-mm\\-dd\\ hh:mm:ss'/>"
                        + "<numFmt numFmtId='171' formatCode='[h]:mm'/></numFmts>"
                        + "<cellStyleXfs><xf numFmtId='22'/></cellStyleXfs>"
                        + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/><xf numFmtId='20'/>"
                        + "<xf numFmtId='171'/><xf numFmtId='9'/></cellXfs></styleSheet>");
        parts.put("xl/worksheets/sheet1.xml", sheet(rows));
        return parts;
    }

    static String workbook(String sheets) {
        return "<workbook xmlns:r='" + RELATION + "'><sheets>" + sheets + "</sheets></workbook>";
    }

    static String sheet(String rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static String relations(String relations) {
        return "<Relationships>" + relations + "</Relationships>";
    }

    /** The parts of an ODS spreadsheet with these tables. */
    static Map<String, String> ods(String tables) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        parts.put(
                "content.xml",
                "<office:document-content " + ODS_NAMESPACES + "><office:body><office:spreadsheet>" + tables
                        + "</office:spreadsheet></office:body></office:document-content>");
        return parts;
    }

    /** An ODS spreadsheet whose only table holds these rows. */
    static Map<String, String> odsRows(String rows) {
        return ods("<table:table table:name='Membres'>" + rows + "</table:table>");
    }

    static Path write(Path folder, Map<String, String> parts) {
        Path file = folder.resolve("workbook");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
