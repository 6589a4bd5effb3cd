package coop.greffon.shifts.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.shifts.internal.choice.RuleChoices;
import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.shifts.internal.rules.change.ChosenRules;
import coop.greffon.shifts.internal.setting.RulesInForce;
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

    private final Templates templates = new StaticTemplates();
    private final RuleChoices choices;
    private final RulesInForce rules;
    private final RulePreviews previews;

    @Activate
    public RuleChoicePages(
            @Reference RuleChoices choices, @Reference RulesInForce rules, @Reference RulePreviews previews) {
        this.choices = choices;
        this.rules = rules;
        this.previews = previews;
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
            if (typed.text("confirmed") == null) {
                return Response.ok(page(visit, Form.of(visit, typed.values()), previews.of(visit, choice)))
                        .build();
            }
            choices.choose(choice, visit.today(), RulePreviews.seen(typed), visit.actor());
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
        return new RulesInForce.Choice(
                chosen(Sent.required("fixedRules", fixed), now.fixed()),
                chosen(Sent.required("flyingRules", flying), now.flying()),
                Sent.required("firstWeek", firstWeek),
                weeks(Sent.required("cycleWeeks", weeks)));
    }

    /** A number too great for any choice stays one. */
    private static int weeks(long typed) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, typed));
    }

    private static ChosenRules chosen(Preset preset, ChosenRules now) {
        return preset == now.preset() ? now : ChosenRules.of(preset);
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
