package coop.greffon.shifts.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Problem;
import coop.greffon.shifts.internal.choice.RuleChoices;
import coop.greffon.shifts.internal.rules.Rules;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.change.ChosenRules;
import coop.greffon.shifts.internal.rules.change.Contradiction;
import coop.greffon.shifts.internal.rules.change.Parameter;
import coop.greffon.shifts.internal.rules.change.Parameters;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.shifts.internal.words.ParameterWords;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import gg.jte.Content;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes single rules of a track: whoever would stand otherwise today is named before anything is saved. */
@Component(service = WebResource.class)
@Path("/shifts/rules/single")
@RequiresPermission("shifts.rules.edit")
public final class SingleRulePages implements WebResource {
    private static final int UNPROCESSABLE = 422;

    private final Templates templates = new StaticTemplates();
    private final RuleChoices choices;
    private final RulesInForce rules;
    private final RulePreviews previews;

    @Activate
    public SingleRulePages(
            @Reference RuleChoices choices, @Reference RulesInForce rules, @Reference RulePreviews previews) {
        this.choices = choices;
        this.rules = rules;
        this.previews = previews;
    }

    @GET
    public Page show(@Context Visit visit, @QueryParam("track") @DefaultValue("FIXED") String track) {
        Track of = track(track);
        return form(
                visit,
                of,
                Form.of(
                        visit,
                        values(visit, of, rules.choice(visit.today()).of(of).changes())));
    }

    /** Shows whom the changes would touch, and saves them once that was seen. */
    @POST
    public Response changed(@Context Visit visit, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        Track track = track(typed.text("track"));
        try {
            if (typed.text("again") != null) {
                return Response.ok(form(visit, track, Form.of(visit, typed.values())))
                        .build();
            }
            RulesInForce.Choice now = rules.choice(visit.today());
            Parameters changes = typed.text("reset") == null ? changes(typed, now, track) : Parameters.NONE;
            ChosenRules chosen = new ChosenRules(now.of(track).preset(), changes);
            if (typed.text("confirmed") == null) {
                return Response.ok(confirmation(visit, track, now.with(track, chosen)))
                        .build();
            }
            choices.choose(now.with(track, chosen), visit.today(), RulePreviews.seen(typed), visit.actor());
            return Response.seeOther(URI.create("/shifts/rules?done=shifts.done.rules"))
                    .build();
        } catch (Problem problem) {
            return Response.status(UNPROCESSABLE)
                    .entity(form(visit, track, Form.refused(visit, typed.values(), problem)))
                    .build();
        }
    }

    private static Track track(String sent) {
        return Track.FLYING.name().equals(sent) ? Track.FLYING : Track.FIXED;
    }

    private static Parameters changes(Typed typed, RulesInForce.Choice now, Track track) {
        Rules set = set(now, track);
        Map<Parameter, String> values = new EnumMap<>(Parameter.class);
        List<FieldError> errors = new ArrayList<>();
        for (Parameter parameter : Parameter.values()) {
            try {
                values.put(parameter, ParameterWords.read(parameter, typed.text(parameter.name()), set.unit()));
            } catch (InvalidInput wrong) {
                errors.addAll(wrong.errors());
            }
        }
        refuse(errors);
        Parameters changes = Parameters.departing(values, set);
        for (Contradiction found : changes.contradictions(set)) {
            String field = found.parameter().name();
            errors.add(FieldError.of(field, typed.text(field), Text.of("shifts.parameter.against." + found.kind())));
        }
        refuse(errors);
        return changes;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    private static Rules set(RulesInForce.Choice choice, Track track) {
        return choice.of(track).preset().rules(choice.calendar());
    }

    private Map<String, String> values(Visit visit, Track track, Parameters changes) {
        Rules set = set(rules.choice(visit.today()), track);
        Map<String, String> values = new HashMap<>();
        for (Parameter parameter : Parameter.values()) {
            String value = changes.value(parameter, set);
            values.put(parameter.name(), ParameterWords.typed(parameter, value, set.unit(), visit.language()));
        }
        return values;
    }

    private Page form(Visit visit, Track track, Form form) {
        RulesInForce.Choice now = rules.choice(visit.today());
        var fields = new ParameterFields(visit, form, set(now, track));
        return page(templates.singleRules(visit, track, now.of(track).preset(), form, fields));
    }

    private Page confirmation(Visit visit, Track track, RulesInForce.Choice choice) {
        ChosenRules chosen = choice.of(track);
        Map<String, String> values = values(visit, track, chosen.changes());
        return page(templates.singleRulesConfirm(
                visit,
                track,
                chosen.preset(),
                Form.of(visit, values),
                values,
                HeldRules.changes(chosen, choice),
                previews.of(visit, choice)));
    }

    private static Page page(Content content) {
        return Page.narrow(Text.of("shifts.rules.single"), content)
                .below(
                        new Crumb(Text.of("shifts.rules.title"), "/shifts/rules"),
                        new Crumb(Text.of("shifts.rules.choose"), "/shifts/rules/choose"))
                .withHelp("shifts/rules");
    }
}
