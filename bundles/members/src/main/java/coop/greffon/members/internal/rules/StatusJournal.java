package coop.greffon.members.internal.rules;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.members.StatusChange;
import coop.greffon.members.StatusDraft;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Somebody's statuses.
 *
 * @param changes the entries, in the order in which they were recorded
 */
public record StatusJournal(List<StatusChange> changes) {
    public StatusJournal {
        changes = List.copyOf(changes);
    }

    /**
     * What holds on a day: the entry of the latest day up to it, and of that day the one recorded last.
     *
     * @param known what was recorded until then counts
     */
    public Optional<StatusChange> on(LocalDate day, Instant known) {
        return changes.stream()
                .filter(change ->
                        !change.on().isAfter(day) && !change.recordedAt().isAfter(known))
                .reduce((earlier, later) -> later.on().isBefore(earlier.on()) ? earlier : later);
    }

    /** What holds on a day, with all that is recorded. */
    public Optional<StatusChange> on(LocalDate day) {
        return on(day, Instant.MAX);
    }

    /** The newest day first, and of one day what was recorded last. */
    public List<StatusChange> newestFirst() {
        var reversed = new java.util.ArrayList<>(changes);
        java.util.Collections.reverse(reversed);
        reversed.sort(Comparator.comparing(StatusChange::on).reversed());
        return List.copyOf(reversed);
    }

    /** What speaks against an entry. */
    public Optional<FieldError> refusal(StatusDraft draft, LocalDate today) {
        if (draft.on().isAfter(today)) {
            return Optional.of(FieldError.of("on", draft.on(), Text.of("members.status.to-come")));
        }
        return on(draft.on())
                .filter(holding -> holding.status() == draft.status())
                .map(holding -> FieldError.of("status", draft.status(), Text.of("members.status.same")));
    }
}
