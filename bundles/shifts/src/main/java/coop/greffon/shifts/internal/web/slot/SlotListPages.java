package coop.greffon.shifts.internal.web.slot;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.shifts.internal.rules.slot.Recurrence;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.slot.JpaTemplates;
import coop.greffon.shifts.internal.store.slot.SlotOutlook;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.shifts.internal.words.SlotWords;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import coop.greffon.web.table.Column;
import coop.greffon.web.table.Filter;
import coop.greffon.web.table.Filter.Option;
import coop.greffon.web.table.ListRows;
import coop.greffon.web.table.Table;
import coop.greffon.web.table.TableQuery;
import coop.greffon.web.table.Tables;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The slots that come back, week by week of the cycle, and new ones. */
@Component(service = WebResource.class)
@Path(SlotLinks.LIST)
public final class SlotListPages implements WebResource {
    private static final String WEEK = "week";
    private static final String WEEKDAY = "weekday";
    private static final String EVERY_WEEK = "every";

    private static final Comparator<Template> BY_WEEK = Comparator.comparing(
                    SlotListPages::recurrence,
                    Comparator.comparing(Recurrence::week, Comparator.nullsFirst(Comparator.naturalOrder()))
                            .thenComparing(Recurrence::weekday)
                            .thenComparing(Recurrence::starts))
            .thenComparing(Template::job)
            .thenComparing(Template::id);

    private final Templates templates = new StaticTemplates();
    private final JpaTemplates slots;
    private final SlotOutlook outlook;
    private final SlotForm form;
    private final RulesInForce rules;
    private final Tables tables;

    @Activate
    public SlotListPages(
            @Reference JpaTemplates slots,
            @Reference SlotOutlook outlook,
            @Reference SlotForm form,
            @Reference RulesInForce rules,
            @Reference Tables tables) {
        this.slots = slots;
        this.outlook = outlook;
        this.form = form;
        this.rules = rules;
        this.tables = tables;
    }

    private record Row(Template template, long held) {}

    private static Recurrence recurrence(Template template) {
        return template.recurrence();
    }

    /**
     * The weeks are those of today's cycle; a slot of a week beyond them is found without the filter. With one more column on screen, a page of
     * 25 slots would be too heavy.
     */
    private Table<Row> table(Visit visit, String empty) {
        return Table.<Row>of("shifts-slots", "shifts.slot.templates")
                .with(Column.<Row>text(WEEK, "shifts.slot.week", row -> week(row.template())))
                .with(Column.<Row>text(
                        WEEKDAY,
                        "shifts.field.weekday",
                        row -> SlotWords.weekday(recurrence(row.template()).weekday())))
                .with(Column.<Row>code(
                        "hours", "shifts.slot.hours-title", row -> SlotWords.hours(recurrence(row.template()))))
                .with(Column.<Row>title(
                        "job",
                        "shifts.field.job",
                        row -> row.template().job(),
                        row -> SlotLinks.path(row.template().id())))
                .with(Column.<Row>number(
                        "seats", "shifts.field.seats", row -> row.template().seats()))
                .with(Column.<Row>number(
                                "minimum",
                                "shifts.field.minimum",
                                row -> row.template().minimum())
                        .exportOnly())
                .with(Column.<Row>number("places", "shifts.slot.places-held", Row::held))
                .with(Column.<Row>date(
                                "from",
                                "shifts.field.from",
                                row -> recurrence(row.template()).from())
                        .exportOnly())
                .with(Column.<Row>date(
                        "to",
                        "shifts.slot.to",
                        row -> recurrence(row.template()).to()))
                .with(Filter.choice(WEEK, "shifts.slot.week", () -> weeks(visit.today())))
                .with(Filter.choice(WEEKDAY, "shifts.field.weekday", SlotListPages::weekdays))
                .empty(empty, empty + "-next");
    }

    private static Object week(Template template) {
        Integer week = recurrence(template).week();
        return week == null ? SlotWords.week(null) : SlotWords.letter(week);
    }

    private List<Option> weeks(LocalDate today) {
        return Stream.concat(
                        Stream.of(new Option(EVERY_WEEK, SlotWords.week(null))),
                        IntStream.rangeClosed(1, rules.weeks(today))
                                .mapToObj(week -> new Option(Integer.toString(week), SlotWords.week(week))))
                .toList();
    }

    private static List<Option> weekdays() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Option(day.name(), SlotWords.weekday(day)))
                .toList();
    }

    @GET
    @RequiresPermission(SlotLinks.MAY_LIST)
    public Response list(@Context Visit visit) {
        return list(visit, false);
    }

    /** Those whose last day has passed. */
    @GET
    @Path("ended")
    @RequiresPermission(SlotLinks.MAY_LIST)
    public Response ended(@Context Visit visit) {
        return list(visit, true);
    }

    private Response list(Visit visit, boolean isOver) {
        var rows = new ListRows<>(() -> rows(visit.today(), isOver), SlotListPages::matches, column -> null);
        Table<Row> table = table(visit, isOver ? "shifts.slot.none-ended" : "shifts.slot.empty");
        Text title = Text.of(isOver ? "shifts.slot.ended" : "shifts.slot.templates");
        return tables.answer(visit, table, rows, content -> {
            Page page =
                    Page.of(title, content).withHelp("shifts/slots").withActions(templates.slotActions(visit, isOver));
            return isOver ? page.below(SlotLinks.above()) : page;
        });
    }

    private List<Row> rows(LocalDate today, boolean isOver) {
        Map<Long, Long> held = outlook.placesHeld(today);
        return slots.all().stream()
                .filter(template -> isOver(template, today) == isOver)
                .sorted(BY_WEEK)
                .map(template -> new Row(template, held.getOrDefault(template.id(), 0L)))
                .toList();
    }

    private static boolean isOver(Template template, LocalDate today) {
        return recurrence(template).to() != null && recurrence(template).to().isBefore(today);
    }

    private static boolean matches(Row row, TableQuery query) {
        Recurrence recurrence = recurrence(row.template());
        String week = query.filter(WEEK);
        String weekday = query.filter(WEEKDAY);
        return (week == null || week.equals(Objects.toString(recurrence.week(), EVERY_WEEK)))
                && (weekday == null || weekday.equals(recurrence.weekday().name()));
    }

    @GET
    @Path("new")
    @RequiresPermission(SlotLinks.MAY_EDIT)
    public Page add(@Context Visit visit) {
        Map<String, String> values = form.usual(visit);
        values.put("requestKey", UUID.randomUUID().toString());
        return add(visit, Form.of(visit, values));
    }

    @POST
    @Path("new")
    @RequiresPermission(SlotLinks.MAY_EDIT)
    public Response create(@Context Visit visit, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            Template added = slots.add(form.read(visit, typed), visit.actor());
            return SlotLinks.done(added.id(), "shifts.done.slot-added");
        } catch (Problem problem) {
            return SlotLinks.refused(add(visit, Form.refused(visit, typed.values(), problem)));
        }
    }

    private Page add(Visit visit, Form values) {
        return Page.narrow(Text.of("shifts.slot.new"), form.content(visit, values, SlotLinks.LIST, null))
                .below(SlotLinks.above())
                .withHelp("shifts/slots");
    }
}
