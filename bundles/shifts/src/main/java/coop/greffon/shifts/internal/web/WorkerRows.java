package coop.greffon.shifts.internal.web;

import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.ListedWorker;
import coop.greffon.shifts.internal.store.Registration;
import coop.greffon.shifts.internal.store.Vote;
import coop.greffon.shifts.internal.store.WorkerList;
import coop.greffon.web.table.Rows;
import coop.greffon.web.table.TableQuery;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Whoever works, with their names. */
final class WorkerRows implements Rows<WorkerRows.Named> {
    static final String STANDING = "standing";
    static final String TRACK = "track";
    static final String REGISTERED = "registered";
    static final String VOTE = "vote";
    private static final int AT_ONCE = 500;

    private final WorkerList list;
    private final Members members;

    WorkerRows(WorkerList list, Members members) {
        this.list = list;
        this.members = members;
    }

    /** A worker and the name. */
    record Named(ListedWorker worker, String number, String name) {}

    @Override
    public Slice<Named> slice(TableQuery query) {
        WorkerList.Filter filter = filter(query);
        List<ListedWorker> found = list.find(filter, query.skip(), query.size());
        return new Slice<>(named(found), Total.of(list.count(filter)));
    }

    @Override
    public void each(TableQuery query, Consumer<Named> row) {
        List<ListedWorker> some = list.find(filter(query), 0, AT_ONCE);
        for (int from = AT_ONCE; !some.isEmpty(); from += AT_ONCE) {
            named(some).forEach(row);
            some = list.find(filter(query), from, AT_ONCE);
        }
    }

    private List<Named> named(List<ListedWorker> found) {
        Map<Long, MemberSummary> names =
                members.summaries(found.stream().map(ListedWorker::memberId).toList());
        return found.stream()
                .map(worker -> {
                    MemberSummary known = names.get(worker.memberId());
                    return new Named(
                            worker, known == null ? null : known.number(), known == null ? null : known.name());
                })
                .toList();
    }

    private static WorkerList.Filter filter(TableQuery query) {
        String standing = query.filter(STANDING);
        String track = query.filter(TRACK);
        String registered = query.filter(REGISTERED);
        String vote = query.filter(VOTE);
        return new WorkerList.Filter(
                standing == null ? null : StatusCode.valueOf(standing),
                track == null ? null : Track.valueOf(track),
                registered == null ? null : Registration.valueOf(registered),
                vote == null ? null : Vote.valueOf(vote));
    }
}
