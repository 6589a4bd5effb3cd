package coop.greffon.web.internal.dispatch;

import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import coop.greffon.web.internal.page.ErrorPages;
import coop.greffon.web.internal.page.PageWriter;
import java.util.List;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;

/** What each module's application is given besides its own resources: instances of its own, since JAX-RS fills their fields. */
final class Providers {
    private Providers() {}

    static List<Object> of(PageWriter pages, ErrorPages errors) {
        return List.of(
                new JacksonJsonProvider(JsonBodies.mapper()),
                new NoNul(),
                new Gate(),
                new QueryParameters(),
                new Times(),
                new Csrf(),
                new Gzip(),
                new Unchanged(),
                new PageBody(pages),
                new Refusals(errors),
                new VisitBinding());
    }

    private static final class VisitBinding extends AbstractBinder {
        @Override
        protected void configure() {
            bind(new VisitParameter()).to(ValueParamProvider.class);
        }
    }
}
