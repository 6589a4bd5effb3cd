package coop.greffon.shifts.internal.rest;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.shifts.internal.choice.RuleChoices;
import coop.greffon.shifts.internal.rules.CycleCalendar;
import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.shifts.internal.rules.Rules;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.rules.change.ChosenRules;
import coop.greffon.shifts.internal.rules.change.Contradiction;
import coop.greffon.shifts.internal.rules.change.Parameter;
import coop.greffon.shifts.internal.rules.change.Parameters;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.setting.RulesInForce.Choice;
import coop.greffon.shifts.internal.words.ParameterWords;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rules of the co-op, for programs. */
@Component(service = WebResource.class)
@Path("/api/shifts/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class RulesResource implements WebResource {
    private static final String LIST = "shifts.rules.list";
    private static final String EDIT = "shifts.rules.edit";

    /** Any will do: no contradiction depends on it. */
    private static final CycleCalendar ANY = CycleCalendar.of(LocalDate.of(2024, 1, 1), 4);

    private final RulesInForce rules;
    private final RuleChoices choices;

    @Activate
    public RulesResource(@Reference RulesInForce rules, @Reference RuleChoices choices) {
        this.rules = rules;
        this.choices = choices;
    }

    /**
     * The rules of a track.
     *
     * @param unit what its amounts are counted in
     * @param changes each single rule that is not as in the preset, empty where there is none any more
     * @param values every single rule: amounts in minutes or hundredths of a shift, as the unit says
     */
    public record Held(Preset preset, Unit unit, Map<Parameter, String> changes, Map<Parameter, String> values) {
        static Held of(ChosenRules chosen, Choice choice) {
            Rules set = chosen.preset().rules(choice.calendar());
            Map<Parameter, String> values = new EnumMap<>(Parameter.class);
            for (Parameter parameter : Parameter.values()) {
                values.put(parameter, chosen.changes().value(parameter, set));
            }
            return new Held(chosen.preset(), set.unit(), chosen.changes().values(), values);
        }
    }

    /**
     * What holds on a day.
     *
     * @param firstWeek the Monday from which cycles common to all are counted
     * @param revision to be sent back with a change, so that nobody's is lost
     * @param presets what may be chosen
     */
    public record InForce(
            LocalDate on,
            Held fixed,
            Held flying,
            LocalDate firstWeek,
            int cycleWeeks,
            long revision,
            List<Preset> presets) {}

    /**
     * What is to hold from today on.
     *
     * @param fixedChanges single rules that differ from the preset, null for none
     * @param flyingChanges single rules that differ from the preset, null for none
     * @param firstWeek any day of the week from which cycles common to all are counted
     * @param cycleWeeks how many weeks they last
     * @param revision the one that was read
     */
    public record Chosen(
            @NotNull Preset fixedRules,
            Map<Parameter, String> fixedChanges,
            @NotNull Preset flyingRules,
            Map<Parameter, String> flyingChanges,
            @NotNull LocalDate firstWeek,
            @NotNull Integer cycleWeeks,
            @NotNull Long revision) {
        Choice choice() {
            if (revision == null) {
                throw new InvalidInput(FieldError.of("revision", null, Text.of("shifts.rules.revision")));
            }
            var bare = new Choice(
                    ChosenRules.of(Sent.required("fixedRules", fixedRules)),
                    ChosenRules.of(Sent.required("flyingRules", flyingRules)),
                    Sent.required("firstWeek", firstWeek),
                    Sent.required("cycleWeeks", cycleWeeks));
            return bare.with(Track.FIXED, changed("fixedChanges", bare, Track.FIXED, fixedChanges))
                    .with(Track.FLYING, changed("flyingChanges", bare, Track.FLYING, flyingChanges));
        }

        private static ChosenRules changed(String field, Choice bare, Track track, Map<Parameter, String> sent) {
            Preset preset = bare.of(track).preset();
            Rules set = preset.rules(ANY);
            Map<Parameter, String> values = sent == null ? Map.of() : sent;
            values.forEach((parameter, value) -> requireTaken(field, parameter, value, set.unit()));
            Parameters changes = Parameters.departing(values, set);
            List<FieldError> errors = changes.contradictions(set).stream()
                    .map(found -> against(field, found, values))
                    .toList();
            if (!errors.isEmpty()) {
                throw new InvalidInput(errors);
            }
            return new ChosenRules(preset, changes);
        }

        private static void requireTaken(String field, Parameter parameter, String value, Unit unit) {
            if (value == null || !parameter.takes(value)) {
                throw new InvalidInput(
                        FieldError.of(field + "." + parameter, value, ParameterWords.wrong(parameter, unit)));
            }
        }

        private static FieldError against(String field, Contradiction found, Map<Parameter, String> values) {
            Parameter parameter = found.parameter();
            return FieldError.of(
                    field + "." + parameter,
                    values.get(parameter),
                    Text.of("shifts.parameter.against." + found.kind()));
        }
    }

    /** What holds on a day. */
    @GET
    @RequiresPermission(LIST)
    public InForce get(@Context Visit visit, @QueryParam("on") String on) {
        LocalDate day = Optional.ofNullable(Sent.day("on", on)).orElse(visit.today());
        // First: whatever is chosen meanwhile is then refused, not undone.
        long revision = choices.revision();
        Choice now = rules.choice(day);
        return new InForce(
                day,
                Held.of(now.fixed(), now),
                Held.of(now.flying(), now),
                now.firstWeek(),
                now.cycleWeeks(),
                revision,
                Arrays.asList(Preset.values()));
    }

    /** Who would stand otherwise today; nothing is saved. */
    @POST
    @Path("effects")
    @RequiresPermission(EDIT)
    public RuleChoices.Effects effects(@Context Visit visit, Chosen chosen) {
        return choices.effects(Sent.body(chosen).choice(), visit.today());
    }

    /** Chooses from today on; chosen again, nothing changes. */
    @PUT
    @RequiresPermission(EDIT)
    public InForce choose(@Context Visit visit, Chosen chosen) {
        choices.choose(Sent.body(chosen).choice(), visit.today(), chosen.revision(), visit.actor());
        return get(visit, null);
    }
}
