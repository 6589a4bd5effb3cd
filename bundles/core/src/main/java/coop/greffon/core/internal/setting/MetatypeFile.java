package coop.greffon.core.internal.setting;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads what the build wrote down of a declaration: its annotations are gone at run time. */
final class MetatypeFile {
    static final String FOLDER = "OSGI-INF/metatype/";
    static final String SUFFIX = ".xml";

    /** A declared attribute, as text; what is not declared is null. */
    record Attribute(
            String id,
            String type,
            boolean required,
            String initial,
            String minimum,
            String maximum,
            List<String> options) {}

    private MetatypeFile() {}

    /** The attributes of a declaration, in its order. */
    static List<Attribute> read(Class<?> declaration) {
        String name = FOLDER + declaration.getName() + SUFFIX;
        try (InputStream in = declaration.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        declaration.getName() + " is no @ObjectClassDefinition of its bundle");
            }
            return read(in);
        } catch (IOException | XMLStreamException damaged) {
            throw new IllegalArgumentException("The settings of " + declaration.getName() + " cannot be read", damaged);
        }
    }

    private static List<Attribute> read(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        List<Attribute> attributes = new ArrayList<>();
        List<String> options = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("AD")) {
                options = new ArrayList<>();
                attributes.add(attribute(xml, options));
            } else if (xml.getLocalName().equals("Option")) {
                options.add(xml.getAttributeValue(null, "value"));
            }
        }
        return attributes;
    }

    private static Attribute attribute(XMLStreamReader xml, List<String> options) {
        return new Attribute(
                xml.getAttributeValue(null, "id"),
                xml.getAttributeValue(null, "type"),
                !"false".equals(xml.getAttributeValue(null, "required")),
                xml.getAttributeValue(null, "default"),
                xml.getAttributeValue(null, "min"),
                xml.getAttributeValue(null, "max"),
                options);
    }
}
