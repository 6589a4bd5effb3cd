package coop.greffon.shifts.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.rules.AppliedRule;
import coop.greffon.shifts.internal.rules.Entry;
import coop.greffon.shifts.internal.rules.Postings;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.store.Posted;
import coop.greffon.shifts.internal.store.WorkAccount;
import coop.greffon.shifts.internal.words.StandingWords;
import coop.greffon.web.table.Column;
import coop.greffon.web.table.ListRows;
import coop.greffon.web.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Somebody's journal line by line: what happened, by which rule, and what was on the counter then. */
final class ExplanationTable {
    static final Table<Line> TABLE = Table.<Line>of("shifts-journal", "shifts.journal.title")
            .with(Column.<Line>date("on", "shifts.journal.on", Line::on))
            .with(Column.<Line>text("rule", "shifts.journal.rule", Line::rule))
            .with(Column.<Line>text("counter", "shifts.journal.counter", Line::counter))
            .with(Column.<Line>text("amount", "shifts.journal.amount", Line::amount))
            .with(Column.<Line>text("balance", "shifts.journal.balance", Line::balance))
            .with(Column.<Line>text("note", "shifts.journal.note", Line::note))
            .with(Column.<Line>moment("recorded", "shifts.journal.recorded", Line::recordedAt)
                    .exportOnly())
            .empty("shifts.journal.empty", "shifts.journal.empty-next");

    private ExplanationTable() {}

    /**
     * A line.
     *
     * @param note what somebody wrote; that it was recorded late, where it was, before it
     */
    record Line(LocalDate on, Text rule, Text counter, Text amount, Text balance, String note, Instant recordedAt) {}

    /** The newest first, since that is what people ask about. */
    static ListRows<Line> rows(WorkAccount account) {
        return ListRows.of(() -> lines(account));
    }

    static List<Line> lines(WorkAccount account) {
        List<Line> lines = new ArrayList<>();
        account.lines().forEach(line -> lines.add(line(line.posted(), line.balance(), account.unit())));
        Collections.reverse(lines);
        return lines;
    }

    /** What corrects an earlier line may give back what that one took, whatever it is the rule of. */
    private static Text rule(Entry entry) {
        Text rule = Text.of("shifts.rule." + entry.rule());
        boolean isCorrection = Postings.isCorrection(entry) && entry.rule() != AppliedRule.TAKEN_BACK;
        return isCorrection ? Text.of("shifts.journal.corrected", rule) : rule;
    }

    private static Line line(Posted posted, long balance, Unit unit) {
        Entry entry = posted.entry();
        return new Line(
                entry.effectiveOn(),
                rule(entry),
                Text.of("shifts.counter." + entry.counter()),
                entry.amount() == 0
                        ? Text.of("shifts.journal.unchanged")
                        : Text.of("shifts.journal.signed", unit.shown(entry.amount())),
                StandingWords.amount(balance, unit),
                posted.note(),
                entry.recordedAt());
    }
}
