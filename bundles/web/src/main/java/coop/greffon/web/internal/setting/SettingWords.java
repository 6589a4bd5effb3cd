package coop.greffon.web.internal.setting;

import coop.greffon.core.setting.SettingChange;
import coop.greffon.core.setting.SettingInfo;
import coop.greffon.core.setting.SettingState;
import coop.greffon.core.setting.SettingType;
import coop.greffon.web.Visit;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Field;
import coop.greffon.web.form.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Settings in the reader's words: fields, values, and since when they hold. */
final class SettingWords {
    private static final String HIDDEN = "web.settings.hidden";

    private final Visit visit;

    SettingWords(Visit visit) {
        this.visit = visit;
    }

    /** The field in which a setting is changed. */
    Field field(Form form, SettingInfo info) {
        String key = info.key();
        String label = info.label().key();
        Field field = switch (info.type()) {
            case SECRET -> form.password(key, label).autocomplete("off");
            case YES_NO, CHOICE, LANGUAGE ->
                form.choice(key, label, choices(info)).brief();
            case DATE -> form.date(key, label);
            case MAIL -> form.mail(key, label);
            case WHOLE, DECIMAL, TIME -> form.text(key, label).brief();
            case TEXT, ZONE, ADDRESS -> form.text(key, label);
        };
        if (info.required()) {
            field.required();
        }
        boolean isText = info.type() == SettingType.TEXT || info.isSecret();
        if (isText && info.maximum() != null) {
            field.longest(info.maximum().intValue());
        }
        return visit.has(info.help().key()) ? field.hint(info.help().key()) : field;
    }

    private List<Choice> choices(SettingInfo info) {
        List<Choice> choices = new ArrayList<>();
        if (!info.required()) {
            choices.add(new Choice("", visit.t("web.settings.none")));
        }
        List<String> options = info.type() == SettingType.YES_NO ? List.of("true", "false") : info.options();
        options.forEach(option -> choices.add(new Choice(option, shown(info, option))));
        return choices;
    }

    /** A value as people read it. */
    String shown(SettingInfo info, String value) {
        if (value == null) {
            return visit.t(HIDDEN);
        } else if (value.isEmpty()) {
            return visit.t("web.settings.none");
        }
        return switch (info.type()) {
            case YES_NO -> visit.t(value.equals("true") ? "web.yes" : "web.no");
            case LANGUAGE -> Locale.forLanguageTag(value).getDisplayLanguage(visit.language());
            case DATE -> visit.date(LocalDate.parse(value));
            case CHOICE -> visit.has(info.option(value).key()) ? visit.t(info.option(value)) : value;
            default -> value;
        };
    }

    /** Today's value as people read it. */
    String today(SettingState state) {
        return state.info().isSecret()
                ? visit.t(state.isSet() ? HIDDEN : "web.settings.none")
                : shown(state.info(), state.value());
    }

    /** Since when a setting holds, by whom, and what comes next. */
    String story(SettingState state) {
        String since = state.setBy()
                .map(change -> visit.t("web.settings.since", visit.date(change.from()), visit.who(change.by())))
                .orElseGet(() -> visit.t("web.settings.initial"));
        if (state.planned().isEmpty()) {
            return since;
        }
        SettingChange next = state.planned().get(0);
        return since + " · " + visit.t("web.settings.next", shown(state.info(), next.value()), visit.date(next.from()));
    }
}
