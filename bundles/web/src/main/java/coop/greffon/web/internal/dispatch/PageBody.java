package coop.greffon.web.internal.dispatch;

import coop.greffon.web.Page;
import coop.greffon.web.Visit;
import coop.greffon.web.internal.page.PageWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyWriter;

/** Turns the {@link Page} a resource returns into HTML. */
final class PageBody implements MessageBodyWriter<Page> {
    private final PageWriter pages;

    @Context
    private HttpServletRequest request;

    PageBody(PageWriter pages) {
        this.pages = pages;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return Page.class.equals(type);
    }

    @Override
    public void writeTo(
            Page page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle("Content-Type", "text/html; charset=utf-8");
        out.write(pages.html(page, (Visit) request.getAttribute(Visit.class.getName())));
    }
}
