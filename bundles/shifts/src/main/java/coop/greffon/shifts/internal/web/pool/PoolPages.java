package coop.greffon.shifts.internal.web.pool;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.store.pool.JpaPool;
import coop.greffon.shifts.internal.store.pool.PoolBoard;
import coop.greffon.shifts.internal.store.pool.PoolBoard.Share;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.shifts.internal.web.OwnPages;
import coop.greffon.shifts.internal.web.portal.ShiftPages;
import coop.greffon.shifts.internal.words.Amounts;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The pool as members see it: what it holds, what came and went, giving and asking. */
@Component(service = WebResource.class)
@Path(PoolPages.PATH)
public final class PoolPages implements WebResource {
    static final String PATH = "/shifts/pool";

    private static final int UNPROCESSABLE = 422;
    static final String KEY = "requestKey";

    private final Templates templates = new StaticTemplates();
    private final OwnAccounts accounts;
    private final JpaPool pool;
    private final PoolBoard board;

    @Activate
    public PoolPages(@Reference OwnAccounts accounts, @Reference JpaPool pool, @Reference PoolBoard board) {
        this.accounts = accounts;
        this.pool = pool;
        this.board = board;
    }

    @GET
    @RequiresPermission(OwnPages.READ)
    public Page show(@Context Visit visit) {
        return show(visit, Form.of(visit, keyed(Map.of())));
    }

    /** With a key of the gift that may be typed next: sent twice, it is given once. */
    static Map<String, String> keyed(Map<String, String> typed) {
        Map<String, String> values = new HashMap<>(typed);
        if (values.getOrDefault(KEY, "").isBlank()) {
            values.put(KEY, UUID.randomUUID().toString());
        }
        return values;
    }

    private Page show(Visit visit, Form form) {
        long member = accounts.get(visit);
        Share share = board.share(member);
        return Page.narrow(Text.of("shifts.pool.title"), templates.pool(visit, form, board.pool(member), share))
                .below(new Crumb(Text.of("shifts.self.title"), "/shifts/mine"))
                .withHelp("shifts/pool");
    }

    @POST
    @Path("give")
    @RequiresPermission(ShiftPages.BOOK)
    public Response give(@Context Visit visit, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            var unit = board.share(accounts.get(visit)).unit();
            Long amount = Amounts.read("amount", typed.text("amount"), unit, Text.of("shifts.decision.number." + unit));
            pool.give(accounts.get(visit), amount, typed.text(KEY), visit.actor());
            return done("pool-given");
        } catch (Problem problem) {
            return refused(visit, typed.values(), problem);
        }
    }

    @POST
    @Path("ask")
    @RequiresPermission(ShiftPages.BOOK)
    public Response ask(@Context Visit visit) {
        try {
            pool.ask(accounts.get(visit), visit.actor());
            return done("pool-asked");
        } catch (Problem problem) {
            return refused(visit, Map.of(), problem);
        }
    }

    @POST
    @Path("withdraw/{id: \\d+}")
    @RequiresPermission(ShiftPages.BOOK)
    public Response withdraw(@Context Visit visit, @PathParam("id") long id) {
        try {
            pool.withdraw(accounts.get(visit), id, visit.actor());
            return done("pool-withdrawn");
        } catch (Problem problem) {
            return refused(visit, Map.of(), problem);
        }
    }

    private static Response done(String what) {
        return Response.seeOther(URI.create(PATH + "?done=shifts.done." + what)).build();
    }

    private Response refused(Visit visit, Map<String, String> values, Problem problem) {
        return Response.status(UNPROCESSABLE)
                .entity(show(visit, Form.refused(visit, keyed(values), problem)))
                .build();
    }
}
