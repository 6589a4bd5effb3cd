package coop.greffon.core.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.greffon.core.message.Text;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no table, or that would cost too much to read. */
class RefusalTest {
    private static final String TEXT_CELL = "<c t='inlineStr'><is><t>x</t></is></c>";
    private static final String HEADER = "<row>" + TEXT_CELL + "</row>";

    @TempDir
    private Path folder;

    private static Text refusal(Path file, TabularLimits limits) {
        UnreadableTableException refused = catchThrowableOfType(UnreadableTableException.class, () -> {
            try (TabularFile table = TabularFile.open(file, "envoi", limits)) {
                table.forEach(row -> assertThat(row.cells()).isNotNull());
            }
        });
        assertThat(refused).as("nothing was refused").isNotNull();
        return refused.title();
    }

    private static Text refusal(Path file) {
        return refusal(file, TabularLimits.standard());
    }

    private static String key(Path file) {
        String key = refusal(file).key();
        return key.substring("core.tabular.".length());
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("envoi"), content);
    }

    private Path file(String content) throws IOException {
        return file(content.getBytes(StandardCharsets.UTF_8));
    }

    private Path xlsx(String rows) {
        return Workbooks.write(folder, Workbooks.xlsx(rows));
    }

    private Path xlsx(String part, String content) {
        Map<String, String> parts = Workbooks.xlsx(HEADER);
        parts.put(part, content);
        return Workbooks.write(folder, parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n  \n", "\uFEFF", ";;;\n;;;\n"})
    void a_file_with_nothing_in_it(String content) throws IOException {
        assertThat(key(file(content))).isEqualTo("empty");
    }

    @Test
    void a_workbook_with_nothing_in_it() {
        assertThat(key(xlsx("<row r='1'><c r='A1' s='1'/></row>"))).isEqualTo("empty");
        assertThat(key(Workbooks.write(
                        folder, Workbooks.odsRows("<table:table-row><table:table-cell/></table:table-row>"))))
                .isEqualTo("empty");
    }

    @Test
    void a_file_of_200_megabytes_is_refused_by_its_size() throws IOException {
        Path file = folder.resolve("envoi");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(200L << 20);
        }
        assertThat(refusal(file)).isEqualTo(Text.of("core.tabular.too-large", "envoi", 200L, 20L));
    }

    @ParameterizedTest
    @CsvSource({
        "255044462d312e37, pdf",
        "89504e470d0a1a0a, image",
        "ffd8ffe000104a46, image",
        "474946383961, image",
        "7b5c727466315c61, document",
        "1f8b080000000000, archive",
        "504b050600000000, archive",
        "d0cf11e0a1b11ae1, old-workbook",
        "0001020304050607, binary",
        "4e006f006d000a00, binary",
        "0102030405414243, binary"
    })
    void a_file_known_by_its_first_bytes(String hex, String reason) throws IOException {
        assertThat(key(file(HexFormat.of().parseHex(hex)))).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><table>", "\n <HTML><body>", "<table><tr>", "\uFEFF<?xml version='1.0'?>"})
    void a_page_by_whatever_name(String content) throws IOException {
        assertThat(key(file(content))).isEqualTo("markup");
    }

    @Test
    void a_workbook_with_a_password() throws IOException {
        byte[] container = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
        byte[] name = "\u0001EEncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        byte[] encrypted = Arrays.copyOf(container, 4096);
        System.arraycopy(name, 0, encrypted, 2048, name.length);
        assertThat(key(file(encrypted))).isEqualTo("protected");

        Map<String, String> parts = Workbooks.odsRows("");
        parts.put(
                "META-INF/manifest.xml",
                "<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><m:file-entry>"
                        + "<m:encryption-data/></m:file-entry></m:manifest>");
        assertThat(key(Workbooks.write(folder, parts))).isEqualTo("protected");

        byte[] zip = Files.readAllBytes(xlsx(HEADER));
        zip[6] |= 1;
        assertThat(key(file(zip))).isEqualTo("protected");
    }

    /** 'e' is an odd byte where the header of a zip tells whether there is a password. */
    @Test
    void what_only_begins_like_a_workbook_is_damaged() throws IOException {
        assertThat(key(file("PK\u0003\u0004 hello"))).isEqualTo("damaged");

        byte[] half = Files.readAllBytes(xlsx(HEADER));
        half[6] |= 1;
        assertThat(key(file(Arrays.copyOf(half, half.length / 2)))).isEqualTo("damaged");
    }

    @Test
    void packages_that_are_no_workbook() {
        assertThat(key(Workbooks.write(folder, Map.of("a.txt", "x")))).isEqualTo("archive");
        assertThat(key(Workbooks.write(
                        folder, Map.of("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>"))))
                .isEqualTo("document");
        assertThat(key(xlsx("xl/workbook.xml", "<document/>"))).isEqualTo("document");
        assertThat(key(xlsx("xl/workbook.xml", Workbooks.workbook("")))).isEqualTo("no-sheet");
        assertThat(key(Workbooks.write(folder, Workbooks.ods("")))).isEqualTo("no-sheet");
        assertThat(key(xlsx("_rels/.rels", "<Relationships/>"))).isEqualTo("damaged");
        assertThat(
                        key(
                                xlsx(
                                        "_rels/.rels",
                                        "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.bin'/></Relationships>")))
                .isEqualTo("binary-workbook");
    }

    @Test
    void a_workbook_cut_short() throws IOException {
        byte[] whole = Files.readAllBytes(xlsx(HEADER));
        assertThat(key(file(Arrays.copyOf(whole, whole.length / 2)))).isEqualTo("damaged");
    }

    @Test
    void more_columns_than_allowed() throws IOException {
        String names = IntStream.rangeClosed(1, 10_000).mapToObj(i -> "c" + i).collect(Collectors.joining(";"));
        Text expected = Text.of("core.tabular.too-many-columns", "envoi", 200);
        assertThat(refusal(file(names + "\n"))).isEqualTo(expected);
        assertThat(refusal(xlsx("<row>" + TEXT_CELL.repeat(10_000) + "</row>"))).isEqualTo(expected);
        assertThat(refusal(xlsx("<row><c r='XFD1' t='b'><v>1</v></c></row>"))).isEqualTo(expected);
        assertThat(refusal(Workbooks.write(
                        folder,
                        Workbooks.odsRows("<table:table-row><table:table-cell table:number-columns-repeated='10000'>"
                                + "<text:p>x</text:p></table:table-cell></table:table-row>"))))
                .isEqualTo(expected);
    }

    @Test
    void two_hundred_columns_are_allowed() throws IOException {
        String names = IntStream.rangeClosed(1, 200).mapToObj(i -> "c" + i).collect(Collectors.joining(";"));
        try (TabularFile table = TabularFile.open(file(names + "\n"), "envoi", TabularLimits.standard())) {
            assertThat(table.header()).hasSize(200);
        }
    }

    @Test
    void more_rows_than_allowed() throws IOException {
        TabularLimits limits = new TabularLimits(1 << 20, 200, 3, 100, 1 << 20);
        Text expected = Text.of("core.tabular.too-many-rows", "envoi", 3);
        assertThat(refusal(file("Nom\n1\n2\n\n3\n4\n"), limits)).isEqualTo(expected);
        try (TabularFile table = TabularFile.open(file("Nom\n1\n2\n\n3\n"), "envoi", limits)) {
            assertThat(table).hasSize(3);
        }
        assertThat(refusal(
                        Workbooks.write(
                                folder,
                                Workbooks.odsRows("<table:table-row table:number-rows-repeated='2000000000'>"
                                        + "<table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>")),
                        limits))
                .isEqualTo(expected);
    }

    @Test
    void parts_that_say_they_are_too_large_are_refused_unread() {
        TabularLimits limits = new TabularLimits(1 << 20, 200, 100, 100, 1 << 20);
        Path large = xlsx("xl/media/any.bin", "ab".repeat(1 << 19));
        assertThat(refusal(large, limits)).isEqualTo(Text.of("core.tabular.too-dense", "envoi"));

        Path dense = xlsx("xl/media/any.bin", " ".repeat(11 << 20));
        assertThat(refusal(dense)).isEqualTo(Text.of("core.tabular.too-dense", "envoi"));

        Map<String, String> many = Workbooks.xlsx(HEADER);
        IntStream.range(0, 2000).forEach(i -> many.put("p" + i, ""));
        assertThat(key(Workbooks.write(folder, many))).isEqualTo("too-dense");
    }

    @Test
    void a_part_larger_than_it_says_is_refused_on_the_way() throws IOException {
        byte[] zip = Files.readAllBytes(xlsx(HEADER + ("<row>" + TEXT_CELL + "</row>").repeat(10_000)));
        ByteBuffer directory = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        byte[] sheet = "xl/worksheets/sheet1.xml".getBytes(StandardCharsets.US_ASCII);
        int name = lastIndexOf(zip, sheet);
        // In an entry of the directory the inflated size stands 22 bytes before the name.
        directory.putInt(name - 22, 50_000);
        assertThat(key(file(zip))).isEqualTo("too-dense");
    }

    private static int lastIndexOf(byte[] bytes, byte[] wanted) {
        return IntStream.iterate(bytes.length - wanted.length, i -> i >= 0, i -> i - 1)
                .filter(i -> Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><worksheet><sheetData>&a;</sheetData></worksheet>",
                "<!DOCTYPE x><worksheet/>",
                "<worksheet>&unknown;</worksheet>",
                "<worksheet><sheetData><row r='2'/><row r='1'/></sheetData></worksheet>",
                "<worksheet><sheetData><row><c r='B1'/><c r='A1'/></row></sheetData></worksheet>",
                "<worksheet><sheetData><row><c r='AAAA1'/></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r='x'/></sheetData></worksheet>",
                "<worksheet><sheetData><row><c t='s'><v>2000000000</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row><c t='s'><v>-1</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row>"
            })
    void a_sheet_that_is_damaged_or_lies(String xml) {
        assertThat(key(xlsx("xl/worksheets/sheet1.xml", xml))).isEqualTo("damaged");
    }

    @Test
    void markup_made_to_fill_the_memory() {
        String deep = "<a>".repeat(300);
        String manyNames =
                IntStream.range(0, 5000).mapToObj(i -> "<n" + i + "/>").collect(Collectors.joining());
        String longTag = "<a b='" + "x".repeat(2 << 20) + "'/>";
        String longComment = "<!--" + "<x>".repeat(1 << 19) + "-->";
        String longText = "x".repeat(2 << 20);
        String instructions = "<?x?>".repeat(300);
        for (String hostile : new String[] {deep, manyNames, longTag, longComment, longText, instructions}) {
            assertThat(key(xlsx("xl/worksheets/sheet1.xml", "<worksheet>" + hostile)))
                    .isEqualTo("too-dense");
        }
    }

    @Test
    void the_row_where_an_unreadable_workbook_breaks_is_told() {
        Path file = xlsx(HEADER + "<row r='7'><c r='B7'/><c r='A7'/></row>");
        assertThatThrownBy(() -> {
                    try (TabularFile table = TabularFile.open(file, "envoi", TabularLimits.standard())) {
                        table.iterator().hasNext();
                    }
                })
                .isInstanceOfSatisfying(
                        UnreadableTableException.class,
                        refused -> assertThat(refused.line()).hasValue(7));
    }
}
