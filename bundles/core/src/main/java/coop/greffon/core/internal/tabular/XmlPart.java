package coop.greffon.core.internal.tabular;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document being written; names are given with their prefix, whose namespace is declared on the root. */
final class XmlPart {
    private final XMLStreamWriter out;

    XmlPart(XMLStreamWriter out) {
        this.out = out;
    }

    /** Begins a tag, with pairs of a name and a value as its attributes. */
    XmlPart start(String name, String... attributes) throws IOException {
        try {
            out.writeStartElement(name);
            write(attributes);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return this;
    }

    /** A tag with nothing in it. */
    XmlPart empty(String name, String... attributes) throws IOException {
        try {
            out.writeEmptyElement(name);
            write(attributes);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return this;
    }

    private void write(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    XmlPart text(String text) throws IOException {
        try {
            out.writeCharacters(text);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return this;
    }

    XmlPart end() throws IOException {
        try {
            out.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return this;
    }
}
