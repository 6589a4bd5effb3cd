package coop.greffon.members.internal.web;

import static coop.greffon.members.internal.web.RecordLinks.done;
import static coop.greffon.members.internal.web.RecordLinks.list;
import static coop.greffon.members.internal.web.RecordLinks.record;
import static coop.greffon.members.internal.web.RecordLinks.refused;

import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.Card;
import coop.greffon.members.CardState;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.members.internal.merge.MergeService;
import coop.greffon.members.internal.rules.MemberChanges;
import coop.greffon.members.internal.rules.Namesakes;
import coop.greffon.members.internal.view.StaticTemplates;
import coop.greffon.members.internal.view.Templates;
import coop.greffon.members.internal.web.PersonPicker.Pick;
import coop.greffon.web.ChangedField;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.FormParam;
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

/** Two records of one person: found, compared, made one. */
@Component(service = WebResource.class)
@Path("/members/{id: \\d+}/merge")
@RequiresPermission(MergePages.MERGE)
public final class MergePages implements WebResource {
    static final String MERGE = "members.member.merge";

    private final Templates templates = new StaticTemplates();
    private final Members members;
    private final MergeService merging;
    private final PersonPicker picker;

    @Activate
    public MergePages(@Reference Members members, @Reference MergeService merging) {
        this.members = members;
        this.merging = merging;
        this.picker = new PersonPicker(members);
    }

    @GET
    public Page ask(@Context Visit visit, @PathParam("id") long id) {
        return askPage(visit, Form.of(visit, Map.of()), members.get(id), List.of());
    }

    @POST
    public Response find(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        Member member = members.get(id);
        try {
            Pick pick = picker.pick(typed, member.id());
            if (pick.id() == null) {
                Form form = Form.of(visit, typed.values());
                return Response.ok(askPage(visit, form, member, pick.choices(visit)))
                        .build();
            }
            return Response.ok(comparePage(visit, Form.of(visit, Map.of()), member, members.get(pick.id())))
                    .build();
        } catch (Problem problem) {
            return refused(askPage(visit, Form.refused(visit, typed.values(), problem), member, List.of()));
        }
    }

    @POST
    @Path("{other: \\d+}")
    public Response merge(
            @Context Visit visit,
            @PathParam("id") long id,
            @PathParam("other") long other,
            @FormParam("keep") @DefaultValue("0") long keep) {
        Member one = members.get(id);
        Member two = members.get(other);
        long into = keep == two.id() ? two.id() : one.id();
        try {
            Member kept = merging.merge(into == one.id() ? two.id() : one.id(), into, visit.actor());
            return done(kept.id(), "members.done.merged");
        } catch (Problem problem) {
            Form form = Form.refused(visit, Map.of("keep", Long.toString(into)), problem);
            return refused(comparePage(visit, form, one, two));
        }
    }

    private Page askPage(Visit visit, Form form, Member member, List<Choice> candidates) {
        return page(member, templates.mergeAsk(visit, form, member, candidates));
    }

    private Page comparePage(Visit visit, Form form, Member one, Member two) {
        Map<String, String> here = MemberChanges.texts(one.details());
        Map<String, String> there = MemberChanges.texts(two.details());
        List<ChangedField> differences = here.keySet().stream()
                .filter(field -> !Objects.equals(here.get(field), there.get(field)))
                .map(field -> new FieldChange(field, here.get(field), there.get(field)))
                .map(field -> new ChangedField(visit, "members", field))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!cards(one).equals(cards(two))) {
            differences.add(new ChangedField(visit, "members", new FieldChange("cards", cards(one), cards(two))));
        }
        String keep = form.value("keep").isEmpty() ? Long.toString(one.id()) : form.value("keep");
        return page(
                one,
                templates.mergeCompare(
                        visit,
                        form,
                        one,
                        two,
                        List.of(called(visit, one), called(visit, two)),
                        Namesakes.signs(one, two),
                        differences,
                        keep));
    }

    /** Namesakes are told apart by their numbers. */
    static String called(Visit visit, Member member) {
        return member.details().number() == null
                ? visit.t("members.merge.record", member.name(), Long.toString(member.id()))
                : visit.t(
                        "members.merge.numbered",
                        member.name(),
                        member.details().number());
    }

    private static String cards(Member member) {
        return member.cards().stream()
                .filter(card -> card.state() == CardState.ACTIVE)
                .map(Card::code)
                .collect(Collectors.joining(", "));
    }

    private static Page page(Member member, Content content) {
        return Page.of(Text.of("members.merge.title"), content)
                .below(list(), record(member))
                .withHelp("members/merge");
    }
}
