package coop.greffon.members.internal.web;

import static coop.greffon.members.internal.web.RecordLinks.atFields;
import static coop.greffon.members.internal.web.RecordLinks.done;
import static coop.greffon.members.internal.web.RecordLinks.list;
import static coop.greffon.members.internal.web.RecordLinks.record;
import static coop.greffon.members.internal.web.RecordLinks.refused;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.ContactPersonDraft;
import coop.greffon.members.ContactPersons;
import coop.greffon.members.Member;
import coop.greffon.members.MemberKind;
import coop.greffon.members.Members;
import coop.greffon.members.internal.view.StaticTemplates;
import coop.greffon.members.internal.view.Templates;
import coop.greffon.members.internal.web.PersonPicker.Pick;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whom to talk to at an organisation, and at which organisations a person is to be talked to. */
@Component(service = WebResource.class)
@Path("/members/{id: \\d+}/contacts")
public final class ContactPages implements WebResource {
    private static final String PAGE = "/contacts";

    private final Templates templates = new StaticTemplates();
    private final Members members;
    private final ContactPersons contacts;
    private final PersonPicker picker;

    @Activate
    public ContactPages(@Reference Members members, @Reference ContactPersons contacts) {
        this.members = members;
        this.contacts = contacts;
        this.picker = new PersonPicker(members);
    }

    @GET
    @RequiresPermission(MemberPages.LIST)
    public Page show(@Context Visit visit, @PathParam("id") long id) {
        Map<String, String> values = Map.of("from", visit.today().toString());
        return page(visit, Form.of(visit, values), members.get(id), List.of());
    }

    @POST
    @RequiresPermission(RecordPages.EDIT)
    public Response add(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        Member member = members.get(id);
        try {
            Pick pick = picker.pick(typed, member.id());
            if (pick.id() == null) {
                Form form = Form.of(visit, typed.values());
                return Response.ok(page(visit, form, member, pick.choices(visit)))
                        .build();
            }
            var draft = new ContactPersonDraft(pick.id(), typed.text("function"), typed.date("from"), null);
            typed.insist();
            contacts.add(id, draft, visit.actor());
            return done(id, PAGE, "members.done.contact-added");
        } catch (Problem problem) {
            Problem shown = atFields(problem, Map.of("personId", PersonPicker.WHO));
            return refused(page(visit, Form.refused(visit, typed.values(), shown), member, List.of()));
        }
    }

    /** From today on, the person is no longer the one to talk to. */
    @POST
    @Path("end")
    @RequiresPermission(RecordPages.EDIT)
    public Response end(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        Long person = typed.whole("person");
        typed.insist();
        if (person == null) {
            throw new InvalidInput(FieldError.of("person", null, Text.of("core.validation.NotNull")));
        }
        LocalDate today = visit.today();
        contacts.end(id, person, today, visit.actor());
        return done(id, PAGE, "members.done.contact-ended");
    }

    private Page page(Visit visit, Form form, Member member, List<Choice> candidates) {
        boolean isOrganisation = member.details().kind() == MemberKind.ORGANISATION;
        var content = templates.contacts(
                visit, form, member, isOrganisation ? contacts.of(member.id()) : contacts.at(member.id()), candidates);
        return Page.of(Text.of("members.contact.title"), content)
                .below(list(), record(member))
                .withHelp("members/contacts");
    }
}
