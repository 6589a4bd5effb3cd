package coop.greffon.members.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberOrder;
import coop.greffon.members.MemberPage;
import coop.greffon.members.Members;
import coop.greffon.members.internal.view.StaticTemplates;
import coop.greffon.members.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Members for staff. */
@Component(service = WebResource.class)
@Path("/members")
public final class MemberPages implements WebResource {
    private static final int ROWS = 25;

    private final Templates templates = new StaticTemplates();
    private final Members members;

    @Activate
    public MemberPages(@Reference Members members) {
        this.members = members;
    }

    @GET
    @RequiresPermission("members.member.list")
    public Page list(@Context Visit visit) {
        MemberPage page = members.list(MemberFilter.ALL, MemberOrder.NAME, 0, ROWS);
        return Page.of(
                Text.of("members.list.title"),
                templates.list(visit, page.total().count(), page.rows()));
    }
}
