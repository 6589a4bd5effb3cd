package coop.greffon.shifts.internal.importing;

import coop.greffon.core.message.Text;
import coop.greffon.core.tabular.Cell;
import coop.greffon.core.tabular.TabularRow;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Track;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the lines of a file, whatever it brings along. */
public final class LineReader {
    private final Layout layout;
    private final SlotKeys keys;

    /**
     * For a file with these columns.
     *
     * @param rows all of the file: how its days of the week are counted shows only in all of them
     */
    public LineReader(Layout layout, Iterable<TabularRow> rows) {
        this.layout = layout;
        List<String> days = new ArrayList<>();
        if (layout.has(Column.WEEKDAY)) {
            rows.forEach(row -> days.add(new Line(layout, row).text(Column.WEEKDAY)));
        }
        this.keys = new SlotKeys(Weekdays.of(days));
    }

    /** A slot. */
    public ReadLine<SlotLine> slot(TabularRow row) {
        var line = new Line(layout, row);
        line.require(Column.JOB);
        return line.read(new SlotLine(
                keys.read(line),
                line.read(Column.END, Hours::read, Text.of("shifts.import.hour")),
                count(line, Column.SEATS),
                count(line, Column.MINIMUM),
                count(line, Column.LEADERS),
                amount(line, Column.VALUE),
                day(line, Column.FROM),
                day(line, Column.TO)));
    }

    /** A fixed place. */
    public ReadLine<PlaceLine> place(TabularRow row) {
        var line = new Line(layout, row);
        return line.read(new PlaceLine(
                member(line),
                keys.read(line),
                day(line, Column.FROM),
                day(line, Column.TO),
                line.read(Column.LEADS, Answers::yes, Text.of("shifts.import.yes-or-no"))));
    }

    /** Where somebody stands. */
    public ReadLine<CounterLine> counter(TabularRow row) {
        var line = new Line(layout, row);
        line.require(Column.BEGIN);
        boolean isExempt = Answers.track(line.cell(Column.STATE))
                .filter(Track.EXEMPT::equals)
                .isPresent();
        Track track = line.read(Column.TRACK, Answers::track, Text.of("shifts.import.track"));
        if (track == null && isExempt) {
            track = Track.EXEMPT;
        } else if (track == null && !line.says(Column.TRACK)) {
            line.refuse(layout.has(Column.TRACK) ? Column.TRACK : Column.STATE, Text.of("shifts.import.track"));
        }
        LocalDate begin = day(line, Column.BEGIN);
        LocalDate on = day(line, Column.ON);
        if (begin != null && on != null && on.isBefore(begin)) {
            line.refuse(Column.ON, Text.of("shifts.import.before-start", begin));
        }
        Map<Counter, BigDecimal> amounts = amounts(line, track);
        return line.read(new CounterLine(
                member(line), track, isExempt && track != Track.EXEMPT, begin, on == null ? begin : on, amounts));
    }

    /** What somebody can do. */
    public ReadLine<SkillLine> skill(TabularRow row) {
        var line = new Line(layout, row);
        line.require(Column.SKILL);
        String member = line.says(Column.MEMBER) ? line.text(Column.MEMBER) : line.text(Column.EXTERNAL_ID);
        if (member.isEmpty() && !line.says(Column.MAIL) && !line.says(Column.NAME)) {
            line.require(Stream.of(Column.MEMBER, Column.EXTERNAL_ID, Column.MAIL)
                    .filter(layout::has)
                    .findFirst()
                    .orElse(Column.NAME));
        }
        return line.read(new SkillLine(
                member, line.text(Column.MAIL), line.text(Column.NAME), Answers.skill(line.text(Column.SKILL))));
    }

    private String member(Line line) {
        if (line.says(Column.MEMBER) || !line.says(Column.EXTERNAL_ID)) {
            line.require(layout.has(Column.MEMBER) ? Column.MEMBER : Column.EXTERNAL_ID);
            return line.text(Column.MEMBER);
        }
        return line.text(Column.EXTERNAL_ID);
    }

    private static Map<Counter, BigDecimal> amounts(Line line, Track track) {
        Map<Counter, BigDecimal> amounts = new EnumMap<>(Counter.class);
        main(line, track).ifPresent(amount -> amounts.put(Counter.MAIN, amount));
        Optional.ofNullable(amount(line, Column.COMPENSATION))
                .ifPresent(amount -> amounts.put(Counter.COMPENSATION, amount));
        Optional.ofNullable(amount(line, Column.SAVINGS)).ifPresent(amount -> amounts.put(Counter.SAVINGS, amount));
        return amounts;
    }

    private static Optional<BigDecimal> main(Line line, Track track) {
        if (line.says(Column.MAIN)) {
            return Optional.ofNullable(amount(line, Column.MAIN));
        }
        Column own = track == Track.FLYING ? Column.FLYING_POINTS : Column.STANDARD_POINTS;
        Column others = track == Track.FLYING ? Column.STANDARD_POINTS : Column.FLYING_POINTS;
        BigDecimal strayed = amount(line, others);
        if (track != null && strayed != null && strayed.signum() != 0) {
            // Which of two debts or credits counts here is for the co-op to say.
            line.refuse(others, Text.of("shifts.import.other-points"));
        }
        return Optional.ofNullable(amount(line, own));
    }

    private static LocalDate day(Line line, Column column) {
        return line.read(column, Days::read, Text.of("shifts.import.day"));
    }

    private static Integer count(Line line, Column column) {
        return line.read(column, Numbers::count, Text.of("shifts.import.count"));
    }

    private static BigDecimal amount(Line line, Column column) {
        return line.read(column, (Cell cell) -> Numbers.amount(cell), Text.of("shifts.import.amount"));
    }
}
