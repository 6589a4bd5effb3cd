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
import coop.greffon.members.Household;
import coop.greffon.members.HouseholdRole;
import coop.greffon.members.Households;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.members.StayDraft;
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
import java.util.Arrays;
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

/** The households of a person: founded, joined, left. */
@Component(service = WebResource.class)
@Path("/members/{id: \\d+}/household")
public final class HouseholdPages implements WebResource {
    private static final String PAGE = "/household";

    /** The last day of whoever leaves has on this page the name that the rules give to the last day of whoever joins. */
    static final Map<String, String> JOINING = Map.of("to", "until", "memberId", PersonPicker.WHO);

    private static final Map<String, String> LEAVING = Map.of("role", "stay", "memberId", "stay");

    private final Templates templates = new StaticTemplates();
    private final Members members;
    private final Households households;
    private final PersonPicker picker;

    @Activate
    public HouseholdPages(@Reference Members members, @Reference Households households) {
        this.members = members;
        this.households = households;
        this.picker = new PersonPicker(members);
    }

    @GET
    @RequiresPermission(MemberPages.LIST)
    public Page show(@Context Visit visit, @PathParam("id") long id) {
        return page(visit, Form.of(visit, usual(visit)), members.get(id), List.of());
    }

    private static Map<String, String> usual(Visit visit) {
        return Map.of(
                "from", visit.today().toString(), "to", visit.today().toString(), "role", HouseholdRole.SHOPPER.name());
    }

    /** Founds a household of which this person is the holder. */
    @POST
    @RequiresPermission(RecordPages.EDIT)
    public Response found(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            households.found(id, day(typed, "from"), visit.actor());
            return done(id, PAGE, "members.done.household-founded");
        } catch (Problem problem) {
            return refused(page(visit, Form.refused(visit, typed.values(), problem), members.get(id), List.of()));
        }
    }

    /** Gives somebody a role in the household that this person belongs to. */
    @POST
    @Path("people")
    @RequiresPermission(RecordPages.EDIT)
    public Response join(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        Member member = members.get(id);
        try {
            Pick pick = picker.pick(typed, -1);
            if (pick.id() == null) {
                Form form = Form.of(visit, typed.values());
                return Response.ok(page(visit, form, member, pick.choices(visit)))
                        .build();
            }
            var stay = new StayDraft(
                    pick.id(), typed.one("role", HouseholdRole.class), day(typed, "from"), typed.date("until"));
            typed.insist();
            households.join(householdOf(visit, id).id(), stay, visit.actor());
            return done(id, PAGE, "members.done.household-joined");
        } catch (Problem problem) {
            Form form = Form.refused(visit, typed.values(), atFields(problem, JOINING));
            return refused(page(visit, form, member, List.of()));
        }
    }

    @POST
    @Path("departures")
    @RequiresPermission(RecordPages.EDIT)
    public Response leave(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            Stay stay = Stay.of(typed.text("stay"));
            LocalDate to = day(typed, "to");
            households.leave(householdOf(visit, id).id(), stay.memberId(), stay.role(), to, visit.actor());
            return done(id, PAGE, "members.done.household-left");
        } catch (Problem problem) {
            Form form = Form.refused(visit, typed.values(), atFields(problem, LEAVING));
            return refused(page(visit, form, members.get(id), List.of()));
        }
    }

    /** A role of somebody, as the form names it: {@code 128 SHOPPER}. */
    private record Stay(long memberId, HouseholdRole role) {
        static Stay of(String typed) {
            String[] parts = typed == null ? new String[0] : typed.split(" ", 2);
            boolean isStay = parts.length == 2
                    && parts[0].matches("[0-9]{1,18}")
                    && Arrays.stream(HouseholdRole.values())
                            .anyMatch(role -> role.name().equals(parts[1]));
            if (!isStay) {
                throw new InvalidInput(FieldError.of("stay", typed, Text.of("members.household.role-not-held")));
            }
            return new Stay(Long.parseLong(parts[0]), HouseholdRole.valueOf(parts[1]));
        }
    }

    private static LocalDate day(Typed typed, String field) {
        LocalDate day = typed.date(field);
        typed.insist();
        if (day == null) {
            throw new InvalidInput(FieldError.of(field, null, Text.of("core.validation.NotNull")));
        }
        return day;
    }

    private Household householdOf(Visit visit, long id) {
        return households
                .of(id, visit.today())
                .orElseThrow(() -> new InvalidInput(FieldError.of("who", null, Text.of("members.household.none"))));
    }

    private Page page(Visit visit, Form form, Member member, List<Choice> candidates) {
        Household present = households.of(member.id(), visit.today()).orElse(null);
        List<Household> past = households.history(member.id()).stream()
                .filter(household -> present == null || household.id() != present.id())
                .toList();
        List<Choice> roles = Arrays.stream(HouseholdRole.values())
                .map(role -> new Choice(role.name(), visit.t("members.role." + role)))
                .toList();
        List<Choice> stays = present == null
                ? List.of()
                : present.on(visit.today()).stream()
                        .map(person -> new Choice(
                                person.memberId() + " " + person.role(),
                                person.name() + ", " + visit.t("members.role." + person.role())))
                        .toList();
        var view = new HouseholdView(member, present, past, roles, stays, candidates);
        return Page.of(Text.of("members.household.title"), templates.household(visit, form, view))
                .below(list(), record(member))
                .withHelp("members/household");
    }

    /**
     * What the page shows.
     *
     * @param present the household of today, null for none
     * @param past those of before
     * @param stays the roles that may end
     * @param candidates whom a typed name may mean
     */
    public record HouseholdView(
            Member member,
            Household present,
            List<Household> past,
            List<Choice> roles,
            List<Choice> stays,
            List<Choice> candidates) {}
}
