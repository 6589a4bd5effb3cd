package coop.greffon.members.internal.listing;

import coop.greffon.members.Member;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberOrder;
import coop.greffon.members.MemberOrder.By;
import coop.greffon.members.MemberPage;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.web.table.Rows;
import coop.greffon.web.table.TableQuery;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The rows of a list of members: a page of summaries, or whole records one batch after the other. */
public final class MemberRows implements Rows<ListedMember> {
    private static final int ROWS_OF_A_BATCH = 500;
    private static final Map<String, By> ORDERS = Map.of("name", By.NAME, "number", By.NUMBER, "since", By.SINCE);

    private final Members members;

    /** Rows out of the service of members. */
    public MemberRows(Members members) {
        this.members = members;
    }

    @Override
    public Slice<ListedMember> slice(TableQuery query) {
        MemberFilter filter = filter(query);
        MemberPage page = members.list(filter, order(query), query.skip(), query.size());
        Total total = query.countsExactly()
                ? Total.of(members.count(filter))
                : new Total(page.total().count(), page.total().exact());
        return new Slice<>(
                page.rows().stream().map(line -> new ListedMember(line, null)).toList(), total);
    }

    @Override
    public void each(TableQuery query, Consumer<ListedMember> row) {
        each(filter(query), order(query), row);
    }

    /** Every member that fits, whole, in order. */
    public void each(MemberFilter filter, MemberOrder order, Consumer<ListedMember> row) {
        List<MemberSummary> batch;
        int read = 0;
        do {
            batch = members.list(filter, order, read, ROWS_OF_A_BATCH).rows();
            Map<Long, Member> records =
                    members.findAll(batch.stream().map(MemberSummary::id).toList());
            batch.forEach(line -> row.accept(new ListedMember(line, records.get(line.id()))));
            read += batch.size();
        } while (batch.size() == ROWS_OF_A_BATCH);
    }

    private static MemberOrder order(TableQuery query) {
        return new MemberOrder(ORDERS.getOrDefault(query.sort(), By.NAME), query.isDescending());
    }

    private static MemberFilter filter(TableQuery query) {
        String standing = query.filter("status");
        String kind = query.filter("kind");
        return new MemberFilter(
                query.filter("q"),
                standing == null ? null : Standing.valueOf(standing),
                query.filter("tag"),
                kind == null ? null : MemberKind.valueOf(kind));
    }
}
