package coop.greffon.members.internal.web;

import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberOrder;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.web.SearchSource;
import coop.greffon.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Members, found from the header of any page. */
@Component(service = SearchSource.class)
public final class MemberSearch implements SearchSource {
    private final Members members;

    @Activate
    public MemberSearch(@Reference Members members) {
        this.members = members;
    }

    @Override
    public List<Hit> search(Visit visit, String query, int most) {
        return members.list(MemberFilter.query(query), MemberOrder.NAME, 0, most).rows().stream()
                .map(row -> new Hit(row.name(), detail(visit, row), "/members/" + row.id()))
                .toList();
    }

    @Override
    public Optional<String> list(String query) {
        return Optional.of("/members?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    private static String detail(Visit visit, MemberSummary row) {
        String number = row.number() == null ? null : visit.t("members.record.number", row.number());
        String by = row.foundBy() == null ? null : visit.t("members.found-by." + row.foundBy());
        return Stream.of(number, visit.t(MemberPages.status(row)), row.city(), by)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    @Override
    public String permission() {
        return MemberPages.LIST;
    }
}
