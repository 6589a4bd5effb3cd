package coop.greffon.shifts.internal.web;

import coop.greffon.shifts.internal.rules.Rules;
import coop.greffon.shifts.internal.rules.change.Parameter;
import coop.greffon.shifts.internal.words.ParameterWords;
import coop.greffon.web.Visit;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Field;
import coop.greffon.web.form.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A field for each single rule, which tells what it is in the set of rules. */
public final class ParameterFields {
    private final Visit visit;
    private final Form form;
    private final Rules set;

    ParameterFields(Visit visit, Form form, Rules set) {
        this.visit = visit;
        this.form = form;
        this.set = set;
    }

    /** Those that are about something. */
    public List<Field> of(Parameter.Group group) {
        return Arrays.stream(Parameter.values())
                .filter(parameter -> parameter.group() == group)
                .map(this::field)
                .toList();
    }

    /** Whether a group has something to be corrected. */
    public boolean isRefused(Parameter.Group group) {
        return Arrays.stream(Parameter.values())
                .anyMatch(parameter -> parameter.group() == group
                        && form.error(parameter.name()).isPresent());
    }

    private Field field(Parameter parameter) {
        String label = ParameterWords.label(parameter).key();
        if (!parameter.options().isEmpty()) {
            return form.choice(parameter.name(), label, choices(parameter)).required();
        }
        String unit = visit.t(ParameterWords.unit(parameter, set.unit()));
        String inSet = said(parameter, parameter.of(set));
        Field field = form.text(parameter.name(), label).brief();
        return parameter.mayBeNothing()
                ? field.hint("shifts.parameter.hint-nothing", unit, inSet, said(parameter, ""))
                : field.hint("shifts.parameter.hint", unit, inSet).required();
    }

    private List<Choice> choices(Parameter parameter) {
        List<String> options = new ArrayList<>(parameter.options());
        if (parameter.mayBeNothing()) {
            options.add("");
        }
        return options.stream()
                .map(option -> new Choice(option, label(parameter, option)))
                .toList();
    }

    private String label(Parameter parameter, String option) {
        String said = said(parameter, option);
        return option.equals(parameter.of(set)) ? visit.t("shifts.parameter.in-set", said) : said;
    }

    private String said(Parameter parameter, String value) {
        return visit.t(ParameterWords.said(parameter, value, set.unit()));
    }
}
