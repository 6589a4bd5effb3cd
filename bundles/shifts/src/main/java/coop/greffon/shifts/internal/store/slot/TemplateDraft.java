package coop.greffon.shifts.internal.store.slot;

import coop.greffon.shifts.internal.rules.slot.Recurrence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * A slot that is to come back.
 *
 * @param week of the cycle, from 1; null for every week
 * @param ends not after the start, it is that of the next day
 * @param worth what a shift counts, in the unit of the rules
 * @param minimum below how many people a shift stands out
 * @param seats how many there are
 * @param leaders how many of them are for somebody who leads
 * @param wanted how many others ask for what, in the order of the words
 * @param to the last day, null where it goes on
 * @param requestKey a key of the caller's own; asked again with the same key, the first answer is given; null for none
 */
public record TemplateDraft(
        @NotBlank @Size(max = 80) String job,
        @Min(1) @Max(53) Integer week,
        @NotNull DayOfWeek weekday,
        @NotNull LocalTime starts,
        @NotNull LocalTime ends,
        @NotNull @Min(0) @Max(100_000) Long worth,
        @NotNull @Min(0) @Max(200) Integer minimum,
        @NotNull @Min(1) @Max(200) Integer seats,
        @NotNull @Min(0) @Max(200) Integer leaders,
        Map<String, Integer> wanted,
        @NotNull LocalDate from,
        LocalDate to,
        @Size(max = 60) String requestKey) {
    public TemplateDraft {
        wanted = wanted == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(wanted));
    }

    /** The same under a key of the caller's own. */
    public TemplateDraft under(String key) {
        return new TemplateDraft(
                job, week, weekday, starts, ends, worth, minimum, seats, leaders, wanted, from, to, key);
    }

    Recurrence recurrence() {
        return new Recurrence(week, weekday, starts, ends, from, to);
    }

    /** Of each seat what it asks for, null for nothing: who leads first, then the skills, then the others. */
    List<String> skills() {
        List<String> skills = new ArrayList<>(Collections.nCopies(leaders, Skills.LEADER));
        wanted.forEach((skill, count) -> skills.addAll(Collections.nCopies(count, skill)));
        while (skills.size() < seats) {
            skills.add(null);
        }
        return skills;
    }
}
