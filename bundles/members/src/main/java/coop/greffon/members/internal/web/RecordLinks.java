package coop.greffon.members.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.Member;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.Visit;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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

    /** The pages above one of a record, those that the visitor may see. */
    static Crumb[] above(Visit visit, Member member) {
        return Stream.of(
                        visit.may(MemberPages.LIST) ? list() : null,
                        visit.may(MemberPages.FIND) ? record(member) : null)
                .filter(Objects::nonNull)
                .toArray(Crumb[]::new);
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

    /**
     * What is wrong, at the fields of a form whose names are others than those of the record.
     *
     * @param fields the form's names by the record's
     */
    static Problem atFields(Problem problem, Map<String, String> fields) {
        return atFields(problem, field -> fields.getOrDefault(field, field));
    }

    static Problem atFields(Problem problem, UnaryOperator<String> fields) {
        if (!(problem instanceof InvalidInput)) {
            return problem;
        }
        return new InvalidInput(problem.errors().stream()
                .map(error ->
                        new FieldError(fields.apply(error.field()), error.value(), error.message(), error.remedy()))
                .toList());
    }

    static Response refused(Page page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }
}
