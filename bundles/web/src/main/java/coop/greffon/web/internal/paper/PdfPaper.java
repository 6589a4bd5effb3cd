package coop.greffon.web.internal.paper;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import coop.greffon.web.Visit;
import coop.greffon.web.internal.pdf.Pdf;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import coop.greffon.web.paper.Paper;
import coop.greffon.web.paper.Printout;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.regex.Pattern;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes tagged PDFs in the frame of all prints. */
@Component(service = Paper.class)
public final class PdfPaper implements Paper {
    /** What XML cannot hold, and nobody could read. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final Templates templates = new StaticTemplates();
    private final Settings settings;
    private final Audit audit;

    @Activate
    public PdfPaper(@Reference Settings settings, @Reference Audit audit) {
        this.settings = settings;
        this.audit = audit;
    }

    @Override
    public Response answer(Visit visit, Printout printout) {
        String coop = settings.on(HostSettings.class, visit.today()).coopName();
        var html = new StringOutput();
        templates.printout(visit, printout, coop).render(html);
        String printable = UNPRINTABLE.matcher(html.toString()).replaceAll("");
        StreamingOutput body = out -> Pdf.write(printable, !printout.isLandscape(), out);
        audit.record(
                visit.actor(),
                "web.audit.printed",
                "web.printout",
                printout.title().key(),
                List.of(new FieldChange("format", null, "pdf")));
        return Response.ok(body, "application/pdf")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + printout.name() + "-" + visit.today() + ".pdf\"")
                .build();
    }
}
