package coop.greffon.web.internal.table;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;

/** A cell as its template shows it: its text is in the reader's language already. */
public sealed interface CellView {
    /** The value in words, empty for none. */
    String text();

    /** The classes, null for none. */
    String css();

    /** @param link where the name of the row leads, null for nowhere */
    record TitleCell(String text, String link) implements CellView {
        @Override
        public String css() {
            return null;
        }
    }

    /** @param label the heading, which stands beside the value on a telephone */
    record LinkedCell(String text, String link, String css, String label) implements CellView {}

    /** Most cells are such; they write themselves, so that what is the same in each row is put together once. */
    record PlainCell(Start start, String text) implements CellView, Content {
        private static final byte[] END = "</td>\n".getBytes(StandardCharsets.UTF_8);

        @Override
        public String css() {
            return start.css;
        }

        @Override
        public void writeTo(TemplateOutput output) {
            output.writeBinaryContent(start.tag);
            Escape.htmlContent(text, output);
            output.writeBinaryContent(END);
        }
    }

    /** The start tag of the plain cells of a column. */
    final class Start {
        private final String css;
        private final byte[] tag;

        Start(String css, String label) {
            this.css = css;
            var written = new StringOutput();
            written.writeContent("<td");
            if (css != null) {
                attribute("class", css, written);
            }
            attribute("data-label", label, written);
            written.writeContent(">");
            tag = written.toString().getBytes(StandardCharsets.UTF_8);
        }

        private static void attribute(String name, String value, TemplateOutput written) {
            written.writeContent(" " + name + "=\"");
            Escape.htmlAttribute(value, written);
            written.writeContent("\"");
        }
    }
}
