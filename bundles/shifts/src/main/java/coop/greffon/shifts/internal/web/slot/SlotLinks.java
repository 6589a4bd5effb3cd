package coop.greffon.shifts.internal.web.slot;

import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.shifts.internal.words.SlotWords;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import java.net.URI;
import javax.ws.rs.core.Response;

/** Where the pages of slots are, who may open them, and how they answer. */
final class SlotLinks {
    static final String LIST = "/shifts/slots";
    static final String MAY_LIST = "shifts.template.list";
    static final String MAY_EDIT = "shifts.template.edit";
    static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private SlotLinks() {}

    static String path(long templateId) {
        return LIST + "/" + templateId;
    }

    static Crumb above() {
        return new Crumb(Text.of("shifts.slot.templates"), LIST);
    }

    static Crumb above(Template template) {
        return new Crumb(SlotWords.title(template), path(template.id()));
    }

    static Response done(long templateId, String what) {
        return seeOther(path(templateId), what);
    }

    static Response seeOther(String path, String what) {
        return Response.seeOther(URI.create(path + "?done=" + what)).build();
    }

    static Response refused(Page page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }
}
