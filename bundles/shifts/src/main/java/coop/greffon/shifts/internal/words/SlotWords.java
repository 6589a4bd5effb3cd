package coop.greffon.shifts.internal.words;

import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.rules.slot.Recurrence;
import coop.greffon.shifts.internal.store.slot.Skills;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.web.Visit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Slots that come back, and what they ask for, in words. */
public final class SlotWords {
    private static final int LETTERS = 26;

    private SlotWords() {}

    /** A week of the cycle as people call it: A for the first, AA after Z; null for every week. */
    public static String letter(Integer week) {
        if (week == null) {
            return null;
        }
        String last = String.valueOf((char) ('A' + (week - 1) % LETTERS));
        return week <= LETTERS ? last : letter((week - 1) / LETTERS) + last;
    }

    /** A week of the cycle; null for every week. */
    public static Text week(Integer week) {
        return week == null ? Text.of("shifts.slot.every-week") : Text.of("shifts.slot.week-is", letter(week));
    }

    public static Text weekday(DayOfWeek day) {
        return Text.of("shifts.weekday." + day);
    }

    /** From when to when, by the clock on the wall. */
    public static Text hours(Recurrence recurrence) {
        boolean isOverNight = !recurrence.ends().isAfter(recurrence.starts());
        return Text.of(
                isOverNight ? "shifts.slot.hours-over-night" : "shifts.slot.hours",
                recurrence.starts().toString(),
                recurrence.ends().toString());
    }

    /** When it comes back. */
    public static Text when(Recurrence recurrence) {
        return Text.of("shifts.slot.when", weekday(recurrence.weekday()), hours(recurrence), week(recurrence.week()));
    }

    /** What and when. */
    public static Text title(Template template) {
        return Text.of("shifts.slot.title", template.job(), when(template.recurrence()));
    }

    /** Since when and until when something holds. */
    public static Text days(LocalDate from, LocalDate to) {
        return to == null ? Text.of("shifts.period.from", from) : Text.of("shifts.period.between", from, to);
    }

    /** What a seat asks for; null for nothing. */
    public static String skill(Visit visit, String skill) {
        if (skill == null) {
            return visit.t("shifts.skill.none");
        }
        return skill.equals(Skills.LEADER) ? visit.t("shifts.skill.leader") : skill;
    }

    /** Skills one after the other. */
    public static String skills(Visit visit, Collection<String> skills) {
        return skills.stream().map(skill -> skill(visit, skill)).collect(Collectors.joining(", "));
    }

    /** How many seats ask for what; those that ask for nothing are left out. */
    public static List<String> asked(Visit visit, Template template) {
        List<String> asked = new ArrayList<>();
        if (template.leaders() > 0) {
            asked.add(visit.t("shifts.skill.counted", visit.t("shifts.skill.leader"), template.leaders()));
        }
        template.wanted().forEach((skill, count) -> asked.add(visit.t("shifts.skill.counted", skill, count)));
        return asked;
    }

    /** The skill somebody means: one the co-op knows already however it is written, or else a new one as typed. */
    public static String meant(Visit visit, Collection<String> known, String typed) {
        String word = typed.strip();
        Optional<String> there = known.stream()
                .filter(skill ->
                        skill.equalsIgnoreCase(word) || skill(visit, skill).equalsIgnoreCase(word))
                .findFirst();
        return there.orElse(word);
    }
}
