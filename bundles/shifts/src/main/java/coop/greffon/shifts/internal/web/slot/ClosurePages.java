package coop.greffon.shifts.internal.web.slot;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Problem;
import coop.greffon.shifts.internal.rules.slot.Closure;
import coop.greffon.shifts.internal.store.slot.ClosureDraft;
import coop.greffon.shifts.internal.store.slot.JpaClosures;
import coop.greffon.shifts.internal.store.slot.SlotOutlook;
import coop.greffon.shifts.internal.store.slot.SlotOutlook.Touched;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import coop.greffon.web.table.Column;
import coop.greffon.web.table.ListRows;
import coop.greffon.web.table.Table;
import coop.greffon.web.table.Tables;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

/** Days on which no shift takes place. */
@Component(service = WebResource.class)
@Path(ClosurePages.PATH)
public final class ClosurePages implements WebResource {
    static final String PATH = "/shifts/closures";
    private static final String CONFIRMED = "confirmed";
    private static final int MOST_MAKE_UPS = 2;

    private static final Table<Closure> TABLE = Table.<Closure>of("shifts-closures", "shifts.closure.list")
            .with(Column.<Closure>title("reason", "shifts.field.reason", Closure::reason, row -> path(row.id())))
            .with(Column.<Closure>date("from", "shifts.leave.from", Closure::from))
            .with(Column.<Closure>date("to", "shifts.leave.to", Closure::to))
            .with(Column.<Closure>number("makeUps", "shifts.closure.make-ups", Closure::makeUps))
            .empty("shifts.closure.empty", "shifts.closure.empty-next");

    private final Templates templates = new StaticTemplates();
    private final JpaClosures closures;
    private final SlotOutlook outlook;
    private final Tables tables;

    @Activate
    public ClosurePages(@Reference JpaClosures closures, @Reference SlotOutlook outlook, @Reference Tables tables) {
        this.closures = closures;
        this.outlook = outlook;
        this.tables = tables;
    }

    private static String path(long id) {
        return PATH + "/" + id;
    }

    private static Crumb above() {
        return new Crumb(Text.of("shifts.closure.list"), PATH);
    }

    /** Those that hold, the latest first. */
    @GET
    @RequiresPermission(SlotLinks.MAY_LIST)
    public Response list(@Context Visit visit) {
        var rows = ListRows.of(() -> closures.all().stream()
                .sorted(Comparator.comparing(Closure::from)
                        .thenComparing(Closure::id)
                        .reversed())
                .toList());
        return tables.answer(
                visit,
                TABLE,
                rows,
                content -> Page.of(Text.of("shifts.closure.list"), content)
                        .below(SlotLinks.above())
                        .withHelp("shifts/slots")
                        .withActions(visit.may(SlotLinks.MAY_EDIT) ? templates.closureActions(visit) : null));
    }

    @GET
    @Path("new")
    @RequiresPermission(SlotLinks.MAY_EDIT)
    public Page add(@Context Visit visit) {
        return add(visit, Form.of(visit, Map.of("makeUps", "0")));
    }

    /** Says first what the days mean for shifts and people, and closes once that is confirmed. */
    @POST
    @Path("new")
    @RequiresPermission(SlotLinks.MAY_EDIT)
    public Response added(@Context Visit visit, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            Long makeUps = typed.whole("makeUps");
            var draft = new ClosureDraft(
                    typed.date("from"),
                    typed.date("to"),
                    typed.text("reason"),
                    makeUps == null ? null : (int) Math.max(-1, Math.min(makeUps, MOST_MAKE_UPS + 1)));
            typed.insist();
            closures.check(draft);
            Touched touched = outlook.within(draft.from(), draft.to());
            if (touched.shifts() == 0 || typed.text(CONFIRMED) != null) {
                closures.add(draft, visit.actor());
                return SlotLinks.seeOther(PATH, "shifts.done.closure");
            }
            Page question = Page.narrow(Text.of("shifts.closure.new"), templates.closureConfirm(visit, draft, touched))
                    .below(above())
                    .withHelp("shifts/slots");
            return Response.ok(question).build();
        } catch (Problem problem) {
            return SlotLinks.refused(add(visit, Form.refused(visit, typed.values(), problem)));
        }
    }

    private Page add(Visit visit, Form form) {
        List<Choice> makeUps = IntStream.rangeClosed(0, MOST_MAKE_UPS)
                .mapToObj(count -> new Choice(Integer.toString(count), visit.t("shifts.closure.make-ups." + count)))
                .toList();
        return Page.narrow(Text.of("shifts.closure.new"), templates.closureForm(visit, form, makeUps))
                .below(above())
                .withHelp("shifts/slots");
    }

    @GET
    @Path("{id: \\d+}")
    @RequiresPermission(SlotLinks.MAY_LIST)
    public Page show(@Context Visit visit, @PathParam("id") long id) {
        Closure closure = closures.all().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound(Text.of("shifts.closure.unknown")));
        return Page.narrow(Text.of("shifts.closure.title", closure.reason()), templates.closure(visit, closure))
                .below(above())
                .withHelp("shifts/slots");
    }

    @POST
    @Path("{id: \\d+}/withdraw")
    @RequiresPermission(SlotLinks.MAY_EDIT)
    public Response withdraw(@Context Visit visit, @PathParam("id") long id) {
        closures.withdraw(id, visit.actor());
        return SlotLinks.seeOther(PATH, "shifts.done.opened");
    }
}
