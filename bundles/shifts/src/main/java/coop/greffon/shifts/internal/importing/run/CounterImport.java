package coop.greffon.shifts.internal.importing.run;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.tabular.TabularRow;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.importing.Column;
import coop.greffon.shifts.internal.importing.CounterLine;
import coop.greffon.shifts.internal.importing.Layout;
import coop.greffon.shifts.internal.importing.LineReader;
import coop.greffon.shifts.internal.importing.ReadLine;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.OpeningDraft;
import coop.greffon.shifts.internal.store.Openings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings counters along: whoever does not work yet is enrolled, and what is on their counters is posted once. */
@Component(service = CounterImport.class)
public final class CounterImport implements LineImport<CounterLine> {
    private final Members members;
    private final Openings openings;
    private final RulesInForce rules;

    @Activate
    public CounterImport(@Reference Members members, @Reference Openings openings, @Reference RulesInForce rules) {
        this.members = members;
        this.openings = openings;
        this.rules = rules;
    }

    @Override
    public ReadLine<CounterLine> read(LineReader reader, TabularRow row) {
        return reader.counter(row);
    }

    @Override
    public String subject(CounterLine content) {
        return content.member();
    }

    @Override
    public Applied apply(CounterLine line, Actor by) {
        Member member = MemberLookup.find(members, line.member());
        Unit unit = rules.of(line.track()).on(line.on()).unit();
        Map<Counter, Long> amounts = new EnumMap<>(Counter.class);
        line.amounts().forEach((counter, written) -> amounts.put(counter, Amounts.of(field(counter), written, unit)));
        var draft = new OpeningDraft(line.track(), line.begin(), line.on(), amounts);
        Openings.Done done = openings.bring(member.id(), draft, by);
        List<Text> details = new ArrayList<>();
        if (done.start() != null) {
            details.add(Text.of("shifts.import.enrolled", Text.of("shifts.track." + line.track()), done.start()));
        }
        done.posted()
                .forEach((counter, amount) -> details.add(Text.of(
                        "shifts.import.brought", Text.of("shifts.counter." + counter), unit.shown(amount), line.on())));
        boolean isUnchanged = details.isEmpty();
        if (line.isExemptThere()) {
            details.add(Text.of("shifts.import.exempt-there"));
        }
        return new Applied(isUnchanged ? Deed.UNCHANGED : done.start() == null ? Deed.CHANGED : Deed.ADDED, details);
    }

    private static String field(Counter counter) {
        return counter.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Column column(String field, CounterLine content, Layout layout) {
        return switch (field) {
            case "track" -> layout.has(Column.TRACK) ? Column.TRACK : Column.STATE;
            case "start" -> Column.BEGIN;
            case "on" -> layout.has(Column.ON) ? Column.ON : Column.BEGIN;
            case "main" -> main(content, layout);
            case "compensation" -> Column.COMPENSATION;
            case "savings" -> Column.SAVINGS;
            default -> layout.has(Column.MEMBER) ? Column.MEMBER : Column.EXTERNAL_ID;
        };
    }

    private static Column main(CounterLine content, Layout layout) {
        if (layout.has(Column.MAIN)) {
            return Column.MAIN;
        }
        return content.track() == Track.FLYING ? Column.FLYING_POINTS : Column.STANDARD_POINTS;
    }
}
