package coop.greffon.members.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberOrder;
import coop.greffon.members.MemberOrder.By;
import coop.greffon.members.MemberPage;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.members.internal.view.StaticTemplates;
import coop.greffon.members.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.table.Column;
import coop.greffon.web.table.Column.Tone;
import coop.greffon.web.table.Filter;
import coop.greffon.web.table.Filter.Option;
import coop.greffon.web.table.Rows;
import coop.greffon.web.table.Table;
import coop.greffon.web.table.TableQuery;
import coop.greffon.web.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of members, on screen, on paper and as files. */
@Component(service = WebResource.class)
@Path("/members")
public final class MemberPages implements WebResource {
    static final String LIST = "members.member.list";

    private static final int ROWS_OF_A_BATCH = 500;
    private static final Map<String, By> ORDERS = Map.of("name", By.NAME, "number", By.NUMBER, "since", By.SINCE);

    private static final Table<MemberSummary> TABLE = Table.<MemberSummary>of("members", "members.list.title")
            .with(Column.<MemberSummary>number("number", "members.field.number", MemberSummary::number)
                    .sortable())
            .with(Column.<MemberSummary>title(
                            "name", "members.field.name", MemberSummary::name, row -> "/members/" + row.id())
                    .sortable())
            .with(Column.state("status", "members.field.status", MemberPages::status, MemberPages::tone))
            .with(Column.<MemberSummary>date("since", "members.field.since", MemberSummary::since)
                    .sortable())
            .with(Column.text("mail", "members.field.mail", MemberSummary::mail))
            .with(Column.code("phone", "members.field.phone", MemberSummary::phone))
            .with(Column.text("city", "members.field.city", MemberSummary::city))
            .with(Filter.search("q", "members.filter.q"))
            .with(Filter.choice("status", "members.field.status", MemberPages::standings))
            .with(Filter.choice("kind", "members.field.kind", MemberPages::kinds))
            .with(Filter.search("tag", "members.field.tag"))
            .sortedBy("name")
            .empty("members.list.empty", "members.list.empty-next");

    private final Templates templates = new StaticTemplates();
    private final Members members;
    private final Tables tables;

    @Activate
    public MemberPages(@Reference Members members, @Reference Tables tables) {
        this.members = members;
        this.tables = tables;
    }

    @GET
    @RequiresPermission(LIST)
    public Response list(@Context Visit visit) {
        return tables.answer(
                visit,
                TABLE,
                new MemberRows(),
                content -> Page.of(Text.of("members.list.title"), content)
                        .withHelp("members/list")
                        .withActions(visit.may(RecordPages.EDIT) ? templates.listActions(visit) : null));
    }

    static Text status(MemberSummary row) {
        return Text.of("members.standing." + Standing.of(row.status()));
    }

    private static Tone tone(MemberSummary row) {
        if (row.status() == null) {
            return Tone.NEUTRAL;
        }
        return row.status() == MemberStatus.MEMBER
                ? Tone.OK
                : row.status() == MemberStatus.CANDIDATE ? Tone.INFO : Tone.NEUTRAL;
    }

    private static List<Option> standings() {
        return Arrays.stream(Standing.values())
                .map(standing -> new Option(standing.name(), Text.of("members.standing." + standing)))
                .toList();
    }

    private static List<Option> kinds() {
        return Arrays.stream(MemberKind.values())
                .map(kind -> new Option(kind.name(), Text.of("members.kind." + kind)))
                .toList();
    }

    private final class MemberRows implements Rows<MemberSummary> {
        @Override
        public Slice<MemberSummary> slice(TableQuery query) {
            MemberFilter filter = filter(query);
            MemberPage page = members.list(filter, order(query), query.skip(), query.size());
            Total total = query.countsExactly()
                    ? Total.of(members.count(filter))
                    : new Total(page.total().count(), page.total().exact());
            return new Slice<>(page.rows(), total);
        }

        @Override
        public void each(TableQuery query, Consumer<MemberSummary> row) {
            MemberFilter filter = filter(query);
            List<MemberSummary> batch;
            int read = 0;
            do {
                batch = members.list(filter, order(query), read, ROWS_OF_A_BATCH)
                        .rows();
                batch.forEach(row);
                read += batch.size();
            } while (batch.size() == ROWS_OF_A_BATCH);
        }

        private MemberOrder order(TableQuery query) {
            return new MemberOrder(ORDERS.getOrDefault(query.sort(), By.NAME), query.isDescending());
        }

        private MemberFilter filter(TableQuery query) {
            String standing = query.filter("status");
            String kind = query.filter("kind");
            return new MemberFilter(
                    query.filter("q"),
                    standing == null ? null : Standing.valueOf(standing),
                    query.filter("tag"),
                    kind == null ? null : MemberKind.valueOf(kind));
        }
    }
}
