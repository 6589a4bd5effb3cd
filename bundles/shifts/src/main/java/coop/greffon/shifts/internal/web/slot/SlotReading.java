package coop.greffon.shifts.internal.web.slot;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.store.slot.TemplateDraft;
import coop.greffon.shifts.internal.words.Amounts;
import coop.greffon.shifts.internal.words.Hours;
import coop.greffon.shifts.internal.words.SlotWords;
import coop.greffon.web.Visit;
import coop.greffon.web.form.Typed;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was typed about a slot, read as people write hours, amounts and skills; all that cannot be read is refused at once. */
final class SlotReading {
    private static final Pattern COUNTED = Pattern.compile("(.*?)[\\s\\u00a0]*[:=][\\s\\u00a0]*(.*)");
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,2}");

    private final Visit visit;
    private final Typed typed;
    private final Unit unit;
    private final Collection<String> known;
    private final List<FieldError> errors = new ArrayList<>();

    /**
     * Reads a form.
     *
     * @param unit what the rules count in
     * @param known the skills that the co-op knows already
     */
    SlotReading(Visit visit, Typed typed, Unit unit, Collection<String> known) {
        this.visit = visit;
        this.typed = typed;
        this.unit = unit;
        this.known = known;
    }

    /**
     * What it says.
     *
     * @throws InvalidInput naming each field that cannot be read
     */
    TemplateDraft draft() {
        var draft = new TemplateDraft(
                typed.text("job"),
                small("week"),
                typed.one("weekday", DayOfWeek.class),
                tried(() -> Hours.read("starts", typed.text("starts"))),
                tried(() -> Hours.read("ends", typed.text("ends"))),
                tried(() ->
                        Amounts.read("worth", typed.text("worth"), unit, Text.of("shifts.slot.worth-wrong." + unit))),
                small("minimum"),
                small("seats"),
                small("leaders"),
                wanted(),
                typed.date("from"),
                typed.date("to"),
                typed.text("requestKey"));
        tried(() -> {
            typed.insist();
            return null;
        });
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return draft;
    }

    private <T> T tried(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidInput wrong) {
            errors.addAll(wrong.errors());
            return null;
        }
    }

    private Integer small(String field) {
        Long number = typed.whole(field);
        if (number == null) {
            return null;
        }
        // Whatever does not fit is far beyond what the record takes, which tells how much that is.
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }

    /** A skill a line, with how many seats ask for it: {@code caisse: 2}; alone it is one. */
    private Map<String, Integer> wanted() {
        Map<String, Integer> wanted = new TreeMap<>();
        String text = typed.text("wanted");
        if (text != null) {
            text.lines().filter(line -> !line.isBlank()).forEach(line -> add(line.strip(), wanted));
        }
        return wanted;
    }

    private void add(String line, Map<String, Integer> wanted) {
        Matcher counted = COUNTED.matcher(line);
        String skill = counted.matches() ? counted.group(1) : line;
        String count = counted.matches() ? counted.group(2).strip() : "1";
        if (skill.isBlank() || !COUNT.matcher(count).matches()) {
            errors.add(FieldError.of("wanted", line, Text.of("shifts.slot.wanted-wrong", line)));
            return;
        }
        wanted.merge(SlotWords.meant(visit, known, skill), Integer.parseInt(count), Integer::sum);
    }
}
