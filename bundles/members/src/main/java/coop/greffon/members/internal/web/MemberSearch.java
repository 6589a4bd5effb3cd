package coop.greffon.members.internal.web;

import coop.greffon.core.problem.NotFound;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberOrder;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.members.admission.Admission;
import coop.greffon.members.admission.Verdict;
import coop.greffon.web.SearchSource;
import coop.greffon.web.Visit;
import coop.greffon.web.table.Column.Tone;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Members, found from the header of any page. */
@Component(service = SearchSource.class)
public final class MemberSearch implements SearchSource {
    /** So long is asked who may shop; of whom nothing is known by then, nothing is said. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Members members;
    private final Admission admission;
    private final LongSupplier nanos;

    @Activate
    public MemberSearch(@Reference Members members, @Reference Admission admission) {
        this(members, admission, System::nanoTime);
    }

    MemberSearch(Members members, Admission admission, LongSupplier nanos) {
        this.members = members;
        this.admission = admission;
        this.nanos = nanos;
    }

    @Override
    public List<Hit> search(Visit visit, String query, int most) {
        List<MemberSummary> rows = members.list(MemberFilter.query(query), MemberOrder.NAME, 0, most)
                .rows();
        long deadline = nanos.getAsLong() + PATIENCE_NANOS;
        List<Hit> hits = new ArrayList<>();
        for (MemberSummary row : rows) {
            boolean isAsked = row.kind() == MemberKind.PERSON && nanos.getAsLong() - deadline < 0;
            hits.add(new Hit(
                    row.name(), isAsked ? state(visit, row) : null, detail(visit, row), "/members/" + row.id()));
        }
        return hits;
    }

    private State state(Visit visit, MemberSummary row) {
        try {
            Verdict verdict = admission.decide(row.id(), visit.now()).verdict();
            return new State(visit.t("members.verdict." + verdict), tone(verdict));
        } catch (NotFound mergedMeanwhile) {
            return null;
        }
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case ALLOW -> Tone.OK;
            case WARN -> Tone.WARN;
            case DENY -> Tone.DENY;
        };
    }

    @Override
    public Optional<String> list(Visit visit, String query) {
        return visit.may(MemberPages.LIST)
                ? Optional.of("/members?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static String detail(Visit visit, MemberSummary row) {
        String number = row.number() == null ? null : visit.t("members.record.number", row.number());
        String by = row.foundBy() == null ? null : visit.t("members.found-by." + row.foundBy());
        String city = visit.may(MemberPages.LIST) ? row.city() : null;
        return Stream.of(number, visit.t(MemberPages.status(row)), city, by)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    @Override
    public String permission() {
        return MemberPages.FIND;
    }
}
