package coop.greffon.shifts.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.setting.SettingAdministration;
import coop.greffon.shifts.internal.rules.CycleCalendar;
import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.rules.change.ChosenRules;
import coop.greffon.shifts.internal.setting.ChangesText;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.WorkerList;
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
import coop.greffon.web.rest.Sent;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Chooses the rules of the co-op: whoever would stand otherwise today is named before anything is saved. */
@Component(service = WebResource.class)
@Path("/shifts/rules/choose")
@RequiresPermission("shifts.rules.edit")
public final class RuleChoicePages implements WebResource {
    private static final int UNPROCESSABLE = 422;
    private static final int MOST_WEEKS = 53;

    /** Any will do: no unit depends on it. */
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    private final Templates templates = new StaticTemplates();
    private final SettingAdministration settings;
    private final RulesInForce rules;
    private final RulePreviews previews;
    private final WorkerList workers;

    @Activate
    public RuleChoicePages(
            @Reference SettingAdministration settings,
            @Reference RulesInForce rules,
            @Reference RulePreviews previews,
            @Reference WorkerList workers) {
        this.settings = settings;
        this.rules = rules;
        this.previews = previews;
        this.workers = workers;
    }

    @GET
    public Page choose(@Context Visit visit) {
        RulesInForce.Choice now = rules.choice(visit.today());
        Map<String, String> values = new HashMap<>();
        values.put("fixedRules", now.fixed().preset().name());
        values.put("flyingRules", now.flying().preset().name());
        values.put("firstWeek", now.firstWeek().toString());
        values.put("cycleWeeks", Integer.toString(now.cycleWeeks()));
        return page(visit, Form.of(visit, values), null);
    }

    /** Shows whom the choice would touch, and saves it once that was seen. */
    @POST
    public Response chosen(@Context Visit visit, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            RulesInForce.Choice choice = choice(typed, rules.choice(visit.today()));
            requireSameUnits(choice, visit);
            if (typed.text("confirmed") == null) {
                return Response.ok(page(visit, Form.of(visit, typed.values()), previews.of(visit, choice)))
                        .build();
            }
            settings.change(RulePreviews.MODULE, values(choice), visit.today(), revision(typed), visit.actor());
            return Response.seeOther(URI.create("/shifts/rules?done=shifts.done.rules"))
                    .build();
        } catch (Problem problem) {
            return Response.status(UNPROCESSABLE)
                    .entity(page(visit, Form.refused(visit, typed.values(), problem), null))
                    .build();
        }
    }

    /** Single rules that were changed go with the set they were changed in. */
    private static RulesInForce.Choice choice(Typed typed, RulesInForce.Choice now) {
        Preset fixed = typed.one("fixedRules", Preset.class);
        Preset flying = typed.one("flyingRules", Preset.class);
        LocalDate firstWeek = typed.date("firstWeek");
        Long weeks = typed.whole("cycleWeeks");
        typed.insist();
        if (weeks != null && (weeks < 1 || weeks > MOST_WEEKS)) {
            throw new InvalidInput(FieldError.of("cycleWeeks", weeks, Text.of("shifts.rules.weeks", MOST_WEEKS)));
        }
        return new RulesInForce.Choice(
                chosen(Sent.required("fixedRules", fixed), now.fixed()),
                chosen(Sent.required("flyingRules", flying), now.flying()),
                Sent.required("firstWeek", firstWeek),
                Sent.required("cycleWeeks", weeks).intValue());
    }

    private static ChosenRules chosen(Preset preset, ChosenRules now) {
        return preset == now.preset() ? now : ChosenRules.of(preset);
    }

    /** What was counted in minutes cannot go on in shifts: the balances would mix both. */
    private void requireSameUnits(RulesInForce.Choice choice, Visit visit) {
        requireSameUnit("fixedRules", Track.FIXED, choice.fixed().preset(), visit);
        requireSameUnit("flyingRules", Track.FLYING, choice.flying().preset(), visit);
    }

    private void requireSameUnit(String field, Track track, Preset preset, Visit visit) {
        Unit now = rules.of(track).on(visit.today()).unit();
        Unit then = preset.rules(CycleCalendar.of(MONDAY, 4)).unit();
        if (now != then && workers.count(new WorkerList.Filter(null, track)) > 0) {
            throw new InvalidInput(FieldError.of(field, preset, Text.of("shifts.rules.unit")));
        }
    }

    private static Long revision(Typed typed) {
        return typed.whole("revision");
    }

    private static Map<String, String> values(RulesInForce.Choice choice) {
        return Map.of(
                "fixedRules", choice.fixed().preset().name(),
                "flyingRules", choice.flying().preset().name(),
                "fixedChanges",
                        ChangesText.of(choice.fixed().preset(), choice.fixed().changes()),
                "flyingChanges",
                        ChangesText.of(choice.flying().preset(), choice.flying().changes()),
                "firstWeek", choice.firstWeek().toString(),
                "cycleWeeks", Integer.toString(choice.cycleWeeks()));
    }

    private Page page(Visit visit, Form form, RulePreview preview) {
        List<Choice> presets = Arrays.stream(Preset.values())
                .map(preset -> new Choice(preset.name(), visit.t("shifts.preset." + preset.id() + ".title")))
                .toList();
        return Page.narrow(
                        Text.of("shifts.rules.choose"),
                        templates.ruleChoice(visit, form, presets, rules.choice(visit.today()), preview))
                .below(new Crumb(Text.of("shifts.rules.title"), "/shifts/rules"))
                .withHelp("shifts/rules");
    }
}
