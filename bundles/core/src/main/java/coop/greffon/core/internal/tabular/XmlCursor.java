package coop.greffon.core.internal.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Moves forward through an XML document that may be hostile, keeping nothing of what it has passed. */
final class XmlCursor implements Closeable {
    private static final int DEEPEST = 256;
    private static final int MOST_NAMES = 4096;
    private static final int MOST_INSTRUCTIONS = 256;

    private final Reader in;
    private final XMLStreamReader reader;
    private final Set<String> names = new HashSet<>();
    private int nameCharacters;
    private int depth;
    private int instructions;
    private int event = XMLStreamConstants.START_DOCUMENT;

    private XmlCursor(Reader in, XMLStreamReader reader) {
        this.in = in;
        this.reader = reader;
    }

    static XmlCursor over(Reader xml) throws IOException {
        // The container may offer another parser; what is refused here was tried with the JDK's own.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Reader guarded = new MarkupGuard(xml);
        try {
            return new XmlCursor(guarded, factory.createXMLStreamReader(guarded));
        } catch (XMLStreamException e) {
            guarded.close();
            throw Refusal.damaged(e);
        } catch (Refusal e) {
            guarded.close();
            throw e;
        }
    }

    /** Moves to the next tag or text; false at the end of the document. */
    boolean next() {
        try {
            if (!reader.hasNext()) {
                return false;
            }
            event = reader.next();
        } catch (XMLStreamException e) {
            throw Refusal.damaged(e);
        }
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> enter();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> refuseIf(++instructions > MOST_INSTRUCTIONS);
            default -> {}
        }
        return true;
    }

    /** The parser never forgets a name, and its stack grows with the depth. */
    private void enter() {
        depth++;
        remember(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            remember(reader.getAttributeLocalName(i));
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            remember(reader.getNamespacePrefix(i));
            remember(reader.getNamespaceURI(i));
        }
        refuseIf(depth > DEEPEST || names.size() > MOST_NAMES || nameCharacters > CellLimits.LONGEST_RUN);
    }

    private void remember(String name) {
        if (name != null && names.add(name)) {
            nameCharacters += name.length();
        }
    }

    private static void refuseIf(boolean tooMuch) {
        if (tooMuch) {
            throw new Refusal(Reason.TOO_DENSE);
        }
    }

    boolean starts() {
        return event == XMLStreamConstants.START_ELEMENT;
    }

    boolean starts(String name) {
        return starts() && reader.getLocalName().equals(name);
    }

    boolean ends() {
        return event == XMLStreamConstants.END_ELEMENT;
    }

    boolean ends(String name) {
        return ends() && reader.getLocalName().equals(name);
    }

    /** The name of the tag, without its namespace. */
    String name() {
        return reader.getLocalName();
    }

    /** An attribute that has no namespace, null where it is not given. */
    String attribute(String name) {
        return attribute("", name);
    }

    String attribute(String namespace, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String found = reader.getAttributeNamespace(i);
            if (reader.getAttributeLocalName(i).equals(name) && namespace.equals(found == null ? "" : found)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    boolean isText() {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.SPACE
                || event == XMLStreamConstants.CDATA;
    }

    /** Adds the text stood on, up to one character more than the limit, so that the excess shows. */
    void addText(StringBuilder text, int limit) {
        int room = Math.min(reader.getTextLength(), limit + 1 - text.length());
        if (room > 0) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), room);
        }
    }

    /** From a start tag to its end tag; the text in between, without that of the tags inside. */
    String ownText(int limit) {
        StringBuilder text = new StringBuilder();
        addOwnText(text, limit);
        return text.toString();
    }

    /** As {@link #ownText}, added to a text whose length as a whole is limited. */
    void addOwnText(StringBuilder text, int limit) {
        while (next() && !ends()) {
            if (isText()) {
                addText(text, limit);
            } else if (starts()) {
                skip();
            }
        }
    }

    /** From a start tag to its end tag. */
    void skip() {
        int outside = depth - 1;
        boolean more = true;
        while (more && depth > outside) {
            more = next();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            in.close();
        }
    }
}
