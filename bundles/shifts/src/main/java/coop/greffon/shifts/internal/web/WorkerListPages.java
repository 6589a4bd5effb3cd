package coop.greffon.shifts.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.Registration;
import coop.greffon.shifts.internal.store.Vote;
import coop.greffon.shifts.internal.store.WorkerList;
import coop.greffon.shifts.internal.store.pool.JpaPool;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.shifts.internal.web.pool.PoolRequestPages;
import coop.greffon.shifts.internal.words.StandingWords;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.table.Column;
import coop.greffon.web.table.Filter;
import coop.greffon.web.table.Filter.Option;
import coop.greffon.web.table.Table;
import coop.greffon.web.table.Tables;
import gg.jte.Content;
import java.util.Arrays;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who works, and where each stands. */
@Component(service = WebResource.class)
@Path("/shifts/members")
public final class WorkerListPages implements WebResource {
    private static final Table<WorkerRows.Named> TABLE = Table.<WorkerRows.Named>of(
                    "shifts-members", "shifts.list.title")
            .with(Column.<WorkerRows.Named>text("number", "shifts.list.number", WorkerRows.Named::number))
            .with(Column.<WorkerRows.Named>title(
                    "name",
                    "shifts.list.name",
                    WorkerRows.Named::name,
                    row -> WorkerPages.path(row.worker().memberId())))
            .with(Column.<WorkerRows.Named>state(
                    WorkerRows.STANDING,
                    "shifts.list.standing",
                    row -> StandingWords.name(row.worker()),
                    row -> StandingWords.tone(
                            row.worker().standing(), row.worker().mayShop())))
            .with(Column.<WorkerRows.Named>date(
                    "until", "shifts.list.until", row -> row.worker().until()))
            .with(Column.<WorkerRows.Named>text(
                    WorkerRows.TRACK,
                    "shifts.list.track",
                    row -> Text.of("shifts.track." + row.worker().track())))
            .with(Column.<WorkerRows.Named>date(
                    "nextAlert", "shifts.list.next-alert", row -> row.worker().nextAlert()))
            .with(Column.<WorkerRows.Named>text(
                    WorkerRows.REGISTERED,
                    "shifts.list.registered",
                    row -> registered(row.worker().registration())))
            .with(Column.<WorkerRows.Named>text(
                            WorkerRows.VOTE,
                            "shifts.list.vote",
                            row -> vote(row.worker().vote()))
                    .exportOnly())
            .with(Column.<WorkerRows.Named>date(
                            "start", "shifts.list.start", row -> row.worker().start())
                    .exportOnly())
            .with(Filter.choice(WorkerRows.STANDING, "shifts.list.standing", WorkerListPages::standings))
            .with(Filter.choice(WorkerRows.TRACK, "shifts.list.track", WorkerListPages::trackOptions))
            .with(Filter.choice(WorkerRows.REGISTERED, "shifts.list.registered", WorkerListPages::registeredOptions))
            .with(Filter.choice(WorkerRows.VOTE, "shifts.list.vote", WorkerListPages::voteOptions))
            .empty("shifts.list.empty", "shifts.list.empty-next");

    private final Templates templates = new StaticTemplates();
    private final WorkerList list;
    private final Members members;
    private final JpaPool pool;
    private final Tables tables;

    @Activate
    public WorkerListPages(
            @Reference WorkerList list, @Reference Members members, @Reference JpaPool pool, @Reference Tables tables) {
        this.list = list;
        this.members = members;
        this.pool = pool;
        this.tables = tables;
    }

    private static List<Option> standings() {
        return Arrays.stream(StatusCode.values())
                .map(code -> new Option(code.name(), StandingWords.name(code)))
                .toList();
    }

    private static Text registered(Registration registration) {
        return registration == null ? null : Text.of("shifts.list.registered." + registration);
    }

    private static List<Option> registeredOptions() {
        return Arrays.stream(Registration.values())
                .map(one -> new Option(one.name(), registered(one)))
                .toList();
    }

    private static Text vote(Vote vote) {
        return vote == null ? null : Text.of("shifts.list.vote." + vote);
    }

    private static List<Option> voteOptions() {
        return Arrays.stream(Vote.values())
                .map(one -> new Option(one.name(), vote(one)))
                .toList();
    }

    private static List<Option> trackOptions() {
        return Arrays.stream(Track.values())
                .map(track -> new Option(track.name(), Text.of("shifts.track." + track)))
                .toList();
    }

    @GET
    @RequiresPermission(WorkerPages.LIST)
    public Response list(@Context Visit visit) {
        return tables.answer(visit, TABLE, new WorkerRows(list, members), content -> page(visit, content));
    }

    private Page page(Visit visit, Content content) {
        Page page = Page.of(Text.of("shifts.list.title"), content).withHelp("shifts/standing");
        return pool.isOn() && visit.may(PoolRequestPages.GRANT) ? page.withActions(templates.poolLink(visit)) : page;
    }
}
