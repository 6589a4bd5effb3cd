package coop.greffon.web.internal.audit;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.ChangeFilter;
import coop.greffon.web.rest.Sent;
import coop.greffon.web.table.Rows;
import coop.greffon.web.table.TableQuery;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/**
 * The changes a reader asks for; a log grows for ever, so beyond a thousand they are counted only on request.
 *
 * @param zone where the reader's days begin
 */
record ChangeRows(Audit audit, ZoneId zone) implements Rows<Change> {
    static final String TEXT = "q";
    static final String KIND = "kind";
    static final String FROM = "from";
    static final String UNTIL = "until";
    private static final int COUNTED = 1_000;
    private static final int AT_ONCE = 500;

    @Override
    public Slice<Change> slice(TableQuery query) {
        ChangeFilter filter = filter(query);
        List<Change> changes = audit.find(filter, query.skip(), query.size());
        long most = query.countsExactly() ? Long.MAX_VALUE : COUNTED + 1L;
        long count = audit.count(filter, most);
        Total total = !query.countsExactly() && count > COUNTED ? new Total(COUNTED, false) : Total.of(count);
        return new Slice<>(changes, total);
    }

    @Override
    public void each(TableQuery query, Consumer<Change> row) {
        ChangeFilter filter = filter(query);
        int skip = 0;
        List<Change> some = audit.find(filter, skip, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(row);
            skip += some.size();
            some = audit.find(filter, skip, AT_ONCE);
        }
    }

    private ChangeFilter filter(TableQuery query) {
        return filter(
                query.filter(TEXT),
                query.filter(KIND),
                Sent.day(FROM, query.filter(FROM)),
                Sent.day(UNTIL, query.filter(UNTIL)),
                zone);
    }

    /** Which changes are asked for, the days both included; null lets each through. */
    static ChangeFilter filter(String text, String kind, LocalDate first, LocalDate last, ZoneId zone) {
        return new ChangeFilter(
                text,
                kind,
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
