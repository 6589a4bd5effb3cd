package coop.greffon.members.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.members.Member;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import java.net.URI;
import javax.ws.rs.core.Response;

/** Where the pages of a record stand and lead. */
final class RecordLinks {
    static final int UNPROCESSABLE = 422;

    private RecordLinks() {}

    static Crumb list() {
        return new Crumb(Text.of("members.list.title"), "/members");
    }

    static Crumb record(Member member) {
        return new Crumb(Text.of("members.record.title", member.name()), "/members/" + member.id());
    }

    /** Back to the record, with a sentence that says what was done. */
    static Response done(long id, String what) {
        return done(id, "", what);
    }

    /** Back to a page of the record, such as {@code /cards}. */
    static Response done(long id, String page, String what) {
        return Response.seeOther(URI.create("/members/" + id + page + "?done=" + what))
                .build();
    }

    static Response refused(Page page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }
}
