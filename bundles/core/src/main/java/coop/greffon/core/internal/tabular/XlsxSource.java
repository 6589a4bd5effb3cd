package coop.greffon.core.internal.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An XLSX workbook (Office Open XML), of which one sheet is read. */
public final class XlsxSource implements RowSource {
    private static final int MOST_SHEETS = 1000;

    private record Part(String type, String name) {}

    private record SheetPart(String name, String part) {}

    private final ZipPackage zip;
    private final CellLimits limits;
    private final SheetPart sheet;
    private final XlsxStyles styles;
    private final String stringsPart;
    private boolean from1904;
    private SharedStrings strings;

    /** Closes the package where it turns out to be no workbook. */
    XlsxSource(ZipPackage zip, String sheet, CellLimits limits) throws IOException {
        this.zip = zip;
        this.limits = limits;
        Part workbook = parts("").values().stream()
                .filter(part -> part.type.endsWith("/officeDocument"))
                .findFirst()
                .orElseThrow(() -> new Refusal(Reason.DAMAGED));
        if (workbook.name.endsWith(".bin")) {
            throw new Refusal(Reason.BINARY_WORKBOOK);
        }
        Map<String, Part> parts = parts(workbook.name);
        this.sheet = chosen(sheets(workbook.name, parts), sheet);
        this.styles = XlsxStyles.read(zip.xml(ofType(parts, "/styles")));
        this.stringsPart = ofType(parts, "/sharedStrings");
    }

    private static String ofType(Map<String, Part> parts, String type) {
        return parts.values().stream()
                .filter(part -> part.type.endsWith(type))
                .map(Part::name)
                .findFirst()
                .orElse("");
    }

    /** The parts that a part names, by their id; those of the package itself for the empty name. */
    private Map<String, Part> parts(String owner) throws IOException {
        String folder = owner.substring(0, owner.lastIndexOf('/') + 1);
        String relations = folder + "_rels/" + owner.substring(folder.length()) + ".rels";
        Map<String, Part> parts = new HashMap<>();
        try (XmlCursor cursor = zip.xml(relations)) {
            while (cursor.next() && parts.size() < MOST_SHEETS) {
                String id = cursor.starts("Relationship") ? cursor.attribute("Id") : null;
                String type = id == null ? null : cursor.attribute("Type");
                String target = id == null ? null : cursor.attribute("Target");
                if (type != null && target != null) {
                    parts.put(id, new Part(type, resolved(folder, target)));
                }
            }
        }
        return parts;
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String within = folder;
        String rest = target;
        while (rest.startsWith("../")) {
            rest = rest.substring(3);
            within = within.substring(0, within.lastIndexOf('/', within.length() - 2) + 1);
        }
        return within + (rest.startsWith("./") ? rest.substring(2) : rest);
    }

    private List<SheetPart> sheets(String workbook, Map<String, Part> parts) throws IOException {
        List<SheetPart> visible = new ArrayList<>();
        List<SheetPart> hidden = new ArrayList<>();
        try (XmlCursor cursor = zip.xml(workbook)) {
            boolean root = true;
            while (cursor.next() && visible.size() + hidden.size() < MOST_SHEETS) {
                if (root && cursor.starts() && !cursor.starts("workbook")) {
                    throw new Refusal(Reason.DOCUMENT);
                }
                root = root && !cursor.starts();
                if (cursor.starts("workbookPr")) {
                    from1904 = isTrue(cursor.attribute("date1904"));
                } else if (cursor.starts("sheet")) {
                    Part part = parts.get(relation(cursor));
                    if (part != null && part.type.endsWith("/worksheet")) {
                        String state = cursor.attribute("state");
                        (state == null || state.equals("visible") ? visible : hidden)
                                .add(new SheetPart(String.valueOf(cursor.attribute("name")), part.name));
                    }
                }
            }
        }
        visible.addAll(hidden);
        return visible;
    }

    private static String relation(XmlCursor sheet) {
        String id = sheet.attribute("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id");
        return id != null ? id : sheet.attribute("http://purl.oclc.org/ooxml/officeDocument/relationships", "id");
    }

    private static boolean isTrue(String flag) {
        return "1".equals(flag) || "true".equals(flag);
    }

    private static SheetPart chosen(List<SheetPart> sheets, String name) {
        if (sheets.isEmpty()) {
            throw new Refusal(Reason.NO_SHEET);
        }
        if (name == null) {
            return sheets.get(0);
        }
        return sheets.stream()
                .filter(sheet -> name.equals(sheet.name))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Reason.UNKNOWN_SHEET,
                        name,
                        String.join(", ", sheets.stream().map(SheetPart::name).toList())));
    }

    @Override
    public RowPass rows() throws IOException {
        if (strings == null) {
            strings = SharedStrings.read(zip.xml(stringsPart), limits.characters());
        }
        return new XlsxPass(zip.xml(sheet.part), strings, styles, from1904, limits);
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            if (strings != null) {
                strings.close();
            }
        }
    }
}
