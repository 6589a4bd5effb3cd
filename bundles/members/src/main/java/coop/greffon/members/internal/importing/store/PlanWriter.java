package coop.greffon.members.internal.importing.store;

import coop.greffon.members.NewMember;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.LinePlan.WantedAddress;
import coop.greffon.members.internal.importing.model.LinePlan.WantedMember;
import coop.greffon.members.internal.importing.model.Link;
import coop.greffon.members.internal.importing.model.MemberDetails;
import coop.greffon.members.internal.importing.model.MemberDetails.Membership;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.store.BulkMembers;
import coop.greffon.members.internal.store.BulkMembers.Addition;
import coop.greffon.members.internal.store.BulkMembers.Bond;
import coop.greffon.members.internal.store.BulkMembers.CoMember;
import coop.greffon.members.internal.store.BulkMembers.ContactOf;
import coop.greffon.members.internal.store.BulkMembers.Correction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Does what plans say, a thousand at a time; parents come before their children. */
public final class PlanWriter {
    private static final int BATCH = 1_000;

    private final BulkMembers members;
    private final String source;
    private final LocalDate today;
    private final UnaryOperator<String> sentences;
    private final List<LinePlan> additions = new ArrayList<>();
    private final Map<Long, LinePlan> corrections = new LinkedHashMap<>();
    private final List<LinePlan> addresses = new ArrayList<>();
    private long[] idByLine = new long[1024];

    /**
     * A writer of one import.
     *
     * @param source the program whose identifiers the file tells, such as {@code odoo}
     * @param sentences the sentence of a message key, in the co-op's language
     */
    public PlanWriter(BulkMembers members, String source, LocalDate today, UnaryOperator<String> sentences) {
        this.members = members;
        this.source = source;
        this.today = today;
        this.sentences = sentences;
    }

    /** Takes the next plan; what is to be left out is. */
    public void take(LinePlan plan) {
        if (plan.outcome() != Outcome.CREATE && plan.outcome() != Outcome.UPDATE) {
            return;
        }
        if (plan.wanted().orElseThrow() instanceof WantedAddress) {
            addresses.add(plan);
        } else if (plan.outcome() == Outcome.CREATE) {
            additions.add(plan);
        } else {
            corrections.put(plan.storedId().orElseThrow(), plan);
        }
        if (additions.size() + corrections.size() + addresses.size() >= BATCH) {
            write();
        }
    }

    /** Writes what was taken last, and the totals. */
    public void finish() {
        write();
        members.finish();
    }

    private void write() {
        // Those at the top are planned first, so that a batch holds both only once.
        add(additions.stream().filter(plan -> !isBelowAnother(plan)).toList());
        add(additions.stream().filter(PlanWriter::isBelowAnother).toList());
        var changes = new LinkedHashMap<Long, Correction>();
        corrections.forEach((id, plan) -> changes.put(id, correction(plan)));
        if (!changes.isEmpty()) {
            members.change(changes);
        }
        addAddresses();
        additions.clear();
        corrections.clear();
        addresses.clear();
    }

    private static boolean isBelowAnother(LinePlan plan) {
        return plan.link().isPresent();
    }

    private void add(List<LinePlan> plans) {
        if (plans.isEmpty()) {
            return;
        }
        var ids = members.add(plans.stream()
                .map(plan -> new Addition(newMember(details(plan)), bond(plan)))
                .toList());
        for (int index = 0; index < ids.size(); index++) {
            remember(plans.get(index).lines().first(), ids.get(index));
        }
    }

    private static MemberDetails details(LinePlan plan) {
        return member(plan).details();
    }

    private static WantedMember member(LinePlan plan) {
        return (WantedMember) plan.wanted().orElseThrow();
    }

    private NewMember newMember(MemberDetails wanted) {
        return new NewMember(
                StoredDetails.draft(wanted, Optional.empty()),
                StatusDates.of(wanted.membership(), reason(wanted.membership()), today),
                StoredDetails.externalIds(wanted, source),
                StoredDetails.cards(wanted, today));
    }

    private Correction correction(LinePlan plan) {
        var wanted = details(plan);
        var membership = wanted.membership();
        return new Correction(
                member(plan).revision(),
                draft -> StoredDetails.draft(wanted, Optional.of(draft)),
                (status, journal) -> StatusDates.missing(journal, status, membership, reason(membership), today),
                StoredDetails.cards(wanted, today),
                StoredDetails.externalIds(wanted, source).stream().findFirst().orElse(null),
                bond(plan));
    }

    private String reason(Membership membership) {
        var key = membership.reasonKey();
        return key.isEmpty() ? null : sentences.apply(key);
    }

    private Bond bond(LinePlan plan) {
        return plan.link()
                .map(link -> (Bond)
                        (link.role() == Link.Role.CO_MEMBER
                                ? new CoMember(idOf(link.parent()))
                                : new ContactOf(idOf(link.parent()))))
                .orElse(null);
    }

    private void addAddresses() {
        var byHolder = new LinkedHashMap<Long, List<WantedAddress>>();
        for (var plan : addresses) {
            var holder = idOf(plan.link().orElseThrow().parent());
            byHolder.computeIfAbsent(holder, none -> new ArrayList<>())
                    .add((WantedAddress) plan.wanted().orElseThrow());
        }
        if (byHolder.isEmpty()) {
            return;
        }
        var changes = new LinkedHashMap<Long, Correction>();
        byHolder.forEach((holder, wanted) -> changes.put(holder, addresses(wanted)));
        members.change(changes);
    }

    private static Correction addresses(List<WantedAddress> wanted) {
        return new Correction(
                OptionalLong.empty(),
                draft -> {
                    var addresses = draft.addresses();
                    for (var address : wanted) {
                        addresses = StoredDetails.withFurther(addresses, address.address(), address.replaced());
                    }
                    return StoredDetails.withAddresses(draft, addresses);
                },
                (status, journal) -> List.of(),
                List.of(),
                null,
                null);
    }

    private void remember(long line, long id) {
        int index = Math.toIntExact(line);
        if (index >= idByLine.length) {
            idByLine = Arrays.copyOf(idByLine, Math.max(index + 1, idByLine.length * 2));
        }
        idByLine[index] = id;
    }

    private long idOf(Link.Parent parent) {
        return parent instanceof Link.Stored stored
                ? stored.id()
                : idByLine[Math.toIntExact(((Link.InFile) parent).line())];
    }
}
