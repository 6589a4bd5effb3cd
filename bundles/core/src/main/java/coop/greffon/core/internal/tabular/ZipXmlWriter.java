package coop.greffon.core.internal.tabular;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML parts into a zip package, one after the other. The same content gives the same bytes. */
final class ZipXmlWriter implements Closeable {
    /**
     * The same for every entry: an export says its date in its criteria. Midnight would add a field to the entry, which then would no
     * longer begin as OpenDocument wants.
     */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 12, 0);

    private static final int BUFFER = 1 << 13;

    private final DroppableZip zip;
    private XMLStreamWriter xml;
    private Writer text;

    /** A package that can be dropped unfinished. */
    private static final class DroppableZip extends ZipOutputStream {
        DroppableZip(OutputStream out) {
            super(out, StandardCharsets.UTF_8);
        }

        void drop() {
            def.end();
        }
    }

    ZipXmlWriter(OutputStream out) {
        this.zip = new DroppableZip(out);
    }

    /** Writes a part that is not compressed, so that its bytes can be seen in the package. */
    void stored(String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = entry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** Begins a part that is XML. */
    XmlPart begin(String name) throws IOException {
        zip.putNextEntry(entry(name));
        text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), BUFFER);
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return new XmlPart(xml);
    }

    /** Ends the part begun, and every tag still open in it. */
    void end() throws IOException {
        try {
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        text.flush();
        zip.closeEntry();
    }

    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    @Override
    public void close() {
        zip.drop();
    }
}
