package coop.greffon.members.internal.web;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.members.Households;
import coop.greffon.members.Member;
import coop.greffon.members.internal.account.OwnRecordPermission;
import coop.greffon.members.internal.self.OwnDetails;
import coop.greffon.members.internal.self.OwnRecord;
import coop.greffon.members.internal.store.MemberPhotos;
import coop.greffon.members.internal.view.StaticTemplates;
import coop.greffon.members.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import gg.jte.Content;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One's own record: seen, corrected, taken away. */
@Component(service = WebResource.class)
@Path("/members/me")
@RequiresPermission(OwnRecordPermission.OWN)
public final class MePages implements WebResource {
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final String REVISION = "revision";

    private final Templates templates = new StaticTemplates();
    private final OwnRecord own;
    private final Households households;
    private final MemberPanels panels;
    private final MemberPhotos photos;
    private final Audit audit;

    @Activate
    public MePages(
            @Reference OwnRecord own,
            @Reference Households households,
            @Reference MemberPanels panels,
            @Reference MemberPhotos photos,
            @Reference Audit audit) {
        this.own = own;
        this.households = households;
        this.panels = panels;
        this.photos = photos;
        this.audit = audit;
    }

    @GET
    public Page show(@Context Visit visit) {
        Member member = own.of(visit.signedIn());
        List<Housemate> people = Housemate.of(households.of(member.id(), visit.today()), visit.today());
        return Page.bare(Text.of("members.menu.me"), templates.me(visit, member, people, panels.self(visit)));
    }

    @GET
    @Path("edit")
    public Page edit(@Context Visit visit) {
        Member member = own.of(visit.signedIn());
        Map<String, String> values = MemberForm.values(member.details(), "");
        values.put(REVISION, Long.toString(member.revision()));
        return page(visit, Form.of(visit, values), member, ContactRows.of(member.details()), none());
    }

    @POST
    @Path("edit")
    public Response correct(@Context Visit visit, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        Member member = own.of(visit.signedIn());
        ContactRows rows = ContactRows.typed(typed, "");
        if (ContactRows.isAskedFor(typed)) {
            return shown(
                    Response.Status.OK.getStatusCode(),
                    page(visit, Form.of(visit, typed.values()), member, rows, none()));
        }
        try {
            OwnDetails details = MemberForm.own(typed);
            Long revision = typed.whole(REVISION);
            typed.insist();
            return save(visit, typed, details, revision == null ? -1 : revision, rows);
        } catch (Problem problem) {
            Form form = Form.refused(visit, typed.values(), MemberForm.atRows(problem, typed, ""));
            Page page = page(visit, form, member, rows, none());
            return shown(UNPROCESSABLE, page);
        }
    }

    private Response save(Visit visit, Typed typed, OwnDetails details, long revision, ContactRows rows) {
        try {
            own.correct(visit.signedIn(), revision, details);
            return Response.seeOther(URI.create("/members/me?done=members.done.self"))
                    .build();
        } catch (StaleEdit stale) {
            Member now = own.of(visit.signedIn());
            StaleRows changes = StaleRows.of(audit, now, revision, details.on(now.details()), StaleRows.OWN::contains);
            if (changes.rows().isEmpty()) {
                // Nothing that was typed here replaces what somebody else wrote: nothing to decide.
                own.correct(visit.signedIn(), now.revision(), details);
                return Response.seeOther(URI.create("/members/me?done=members.done.self"))
                        .build();
            }
            Form form = Form.of(visit, changes.merged(typed.values()));
            return shown(CONFLICT, page(visit, form, now, rows, templates.staleTable(visit, changes.rows())));
        }
    }

    private Page page(Visit visit, Form form, Member member, ContactRows rows, Content changes) {
        return Page.narrow(Text.of("members.self.edit"), templates.meForm(visit, form, member, rows, changes))
                .below(new Crumb(Text.of("members.menu.me"), "/members/me"))
                .withHelp("members/me");
    }

    private static Content none() {
        return output -> {};
    }

    private static Response shown(int status, Page page) {
        return Response.status(status).entity(page).build();
    }

    @GET
    @Path("photo")
    public Response photo(@Context Visit visit) {
        return PhotoPages.image(photos, own.of(visit.signedIn()).id(), false);
    }

    /** All that the co-op holds of whoever asks. */
    @GET
    @Path("data")
    public Response data(@Context Visit visit) {
        Member member = own.of(visit.signedIn());
        Locale language = visit.language();
        StreamingOutput zip = out -> own.archive(visit.signedIn(), language, out);
        return Response.ok(zip, "application/zip")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"greffon-" + member.id() + "-" + visit.today() + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
