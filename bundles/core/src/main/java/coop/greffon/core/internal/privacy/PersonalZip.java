package coop.greffon.core.internal.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import coop.greffon.core.file.FileStore;
import coop.greffon.core.file.StoredFile;
import coop.greffon.core.message.Messages;
import coop.greffon.core.privacy.PersonalDocument;
import coop.greffon.core.privacy.PersonalDocument.Column;
import coop.greffon.core.privacy.PersonalRenderer;
import coop.greffon.core.privacy.PersonalWords;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One zip of what is held of a person. */
final class PersonalZip {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ZipOutputStream zip;
    private final Messages messages;
    private final Locale language;
    private final FileStore files;
    private final PersonalWords words;
    private final PersonalReadme readme;
    private final List<PersonalDocument> documents = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    PersonalZip(OutputStream out, Messages messages, Locale language, ZoneId zone, FileStore files) {
        this.zip = new ZipOutputStream(new Unclosed(out), StandardCharsets.UTF_8);
        this.messages = messages;
        this.language = language;
        this.files = files;
        this.words = new PersonalWords(messages, language, zone);
        this.readme = new PersonalReadme(messages, language);
    }

    void add(String module, List<PersonalDocument> held) throws IOException {
        for (PersonalDocument document : held) {
            String name = module + "/" + document.name();
            write(name + ".json", JSON.writeValueAsBytes(objects(document)));
            write(name + ".csv", csv(document));
            readme.tell(document, name + ".csv", name + ".json");
            for (long id : document.files()) {
                StoredFile file = files.find(id).orElse(null);
                if (file != null) {
                    String attached = name + "-" + id + "." + file.type().extension();
                    copy(attached, id);
                    readme.tellAttached(document, attached);
                }
            }
            documents.add(document);
        }
    }

    void render(PersonalRenderer renderer) throws IOException {
        readme.tellReadable("data." + renderer.extension());
        begin("data." + renderer.extension());
        renderer.render(List.copyOf(documents), language, new Unclosed(zip));
        zip.closeEntry();
    }

    /**
     * Writes the list of contents, for people and for programs, and ends the zip.
     *
     * @param silent modules that could not be asked: the person must see that something may be missing
     */
    void finish(Instant at, List<String> silent) throws IOException {
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("at", at.toString());
        index.put("files", List.copyOf(names));
        index.put("modulesNotAsked", silent);
        write(readme.name(), readme.text(words.shown(at), silent).getBytes(StandardCharsets.UTF_8));
        write("index.json", JSON.writeValueAsBytes(index));
        zip.finish();
        zip.flush();
    }

    private static List<Map<String, String>> objects(PersonalDocument document) {
        List<Map<String, String>> objects = new ArrayList<>();
        for (List<Object> row : document.rows()) {
            Map<String, String> object = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                object.put(document.columns().get(i).key(), program(row.get(i)));
            }
            objects.add(object);
        }
        return objects;
    }

    private byte[] csv(PersonalDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        // Without it a spreadsheet takes the accents for something else.
        bytes.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(bytes, StandardCharsets.UTF_8)) {
            csv.writeRecord(document.columns().stream()
                    .map(Column::label)
                    .map(label -> messages.text(language, label))
                    .toList());
            for (List<Object> row : document.rows()) {
                csv.writeRecord(row.stream()
                        .map(words::written)
                        .map(PersonalZip::harmless)
                        .toList());
            }
        }
        return bytes.toByteArray();
    }

    /** A value as programs read it: codes, and instants in UTC. */
    private static String program(Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(Object::toString).collect(Collectors.joining(", "))
                : Objects.toString(value, null);
    }

    /** What a spreadsheet would run as a formula gets an apostrophe in front. */
    private static String harmless(String value) {
        return value != null && !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    private void copy(String name, long id) throws IOException {
        begin(name);
        try (InputStream content = files.open(id)) {
            content.transferTo(zip);
        }
        zip.closeEntry();
    }

    private void write(String name, byte[] content) throws IOException {
        begin(name);
        zip.write(content);
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        names.add(name);
    }

    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
