package coop.greffon.members.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberOrder;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.members.internal.listing.ListedMember;
import coop.greffon.members.internal.listing.MemberColumns;
import coop.greffon.members.internal.listing.MemberRows;
import coop.greffon.members.internal.view.StaticTemplates;
import coop.greffon.members.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.table.Filter;
import coop.greffon.web.table.Filter.Option;
import coop.greffon.web.table.Table;
import coop.greffon.web.table.Tables;
import gg.jte.Content;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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

    /** To find one person and see how they stand at the door: what whoever welcomes people needs, and no more. */
    static final String FIND = "members.member.find";

    private static final Table<ListedMember> TABLE = MemberColumns.table()
            .with(Filter.search("q", "members.filter.q"))
            .with(Filter.choice("status", "members.field.status", MemberPages::standings))
            .with(Filter.choice("kind", "members.filter.kind", MemberPages::kinds))
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
                new MemberRows(members),
                content -> Page.of(
                                Text.of("members.list.title"),
                                templates.memberList(
                                        visit, unknownTag(visit.query().get("tag")), content))
                        .withHelp("members/list")
                        .withActions(actions(visit)));
    }

    /** The tag looked for, where nobody has it: an address outlives its tag, so it is no error. Null where somebody has it. */
    private String unknownTag(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String tag = typed.strip();
        MemberFilter tagged = new MemberFilter(null, null, tag, null);
        return members.list(tagged, MemberOrder.NAME, 0, 1).rows().isEmpty() ? tag : null;
    }

    /** What may be done with people, null for nothing. */
    private Content actions(Visit visit) {
        boolean mayAct = Stream.of(RecordPages.EDIT, ImportPages.IMPORT, InvitationPages.INVITE)
                .anyMatch(visit::may);
        return mayAct ? templates.listActions(visit) : null;
    }

    static Text status(MemberSummary row) {
        return Text.of("members.standing." + Standing.of(row.status()));
    }

    private static List<Option> standings() {
        return Arrays.stream(Standing.values())
                .map(standing -> new Option(standing.name(), Text.of("members.standing." + standing)))
                .toList();
    }

    private static List<Option> kinds() {
        return Arrays.stream(MemberKind.values())
                .map(kind -> new Option(kind.name(), Text.of("members.kinds." + kind)))
                .toList();
    }
}
