package coop.greffon.web.internal.privacy;

import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.privacy.PersonalDocument;
import coop.greffon.core.privacy.PersonalRenderer;
import coop.greffon.core.privacy.PersonalWords;
import coop.greffon.web.internal.pdf.Pdf;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All that is held of a person, as one PDF to read. */
@Component(service = PersonalRenderer.class)
public final class PersonalPdf implements PersonalRenderer {
    private final Templates templates = new StaticTemplates();
    private final Messages messages;
    private final Clock clock;

    @Activate
    public PersonalPdf(@Reference Messages messages, @Reference Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A table of the document.
     *
     * @param heads its headings
     * @param rows its rows; a null is an empty cell
     */
    public record Sheet(String title, List<String> heads, List<List<String>> rows) {
        /** Whether it is one thing with many fields, which reads better downwards. */
        public boolean isOneThing() {
            return rows.size() == 1;
        }
    }

    @Override
    public String extension() {
        return "pdf";
    }

    @Override
    public void render(List<PersonalDocument> documents, Locale language, OutputStream out) throws IOException {
        var words = new PersonalWords(messages, language, clock.getZone());
        List<Sheet> sheets = documents.stream()
                .map(document -> new Sheet(
                        messages.text(language, document.title()),
                        document.columns().stream()
                                .map(column -> messages.text(language, column.label()))
                                .toList(),
                        document.rows().stream()
                                .map(row -> row.stream().map(words::shown).toList())
                                .toList()))
                .toList();
        String title = messages.text(language, Text.of("web.privacy.title"));
        var html = new StringOutput();
        Content page = templates.personalPdf(language, title, sheets);
        page.writeTo(html);
        Pdf.write(html.toString(), true, out);
    }
}
