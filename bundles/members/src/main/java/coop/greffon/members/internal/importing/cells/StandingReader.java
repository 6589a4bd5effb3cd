package coop.greffon.members.internal.importing.cells;

import coop.greffon.members.MemberStatus;
import coop.greffon.members.internal.importing.cells.ReadLine.Hints;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.ImportChoices;
import coop.greffon.members.internal.importing.model.MemberDetails.Membership;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the standing in the co-op. A column of statuses says it; failing that, an archived record is a former member, and
 * any other a member.
 */
final class StandingReader {
    private static final String ARCHIVED = "members.import.status.archived";
    private static final String NONE = "none";

    private final Line line;
    private final DateReader dates;

    StandingReader(Line line, ImportChoices choices) {
        this.line = line;
        this.dates = new DateReader(line, choices);
    }

    record Reading(Membership membership, Hints hints) {}

    /** The status of a column of statuses, null for a contact who has none. */
    private record Told(MemberStatus status) {}

    Reading read() {
        var left = dates.past(Field.LEFT_ON);
        var told = told();
        boolean archived = isArchived();
        var usual = archived || left != null ? MemberStatus.FORMER : MemberStatus.MEMBER;
        var status = told.isPresent() ? told.get().status() : usual;
        var reason = told.isEmpty() && archived ? ARCHIVED : "";
        var joined = dates.past(Field.JOINED_ON);
        var since = joined == null && left == null && status != null ? dates.past(Field.SINCE) : null;
        if (since != null) {
            boolean former = status == MemberStatus.FORMER;
            var membership = new Membership(status, reason, former ? null : since, former ? since : null);
            return new Reading(membership, new Hints(told.isPresent(), false, true));
        }
        boolean byCreation = joined == null && status != MemberStatus.CANDIDATE && status != null;
        if (byCreation) {
            joined = dates.ofMoment(Field.CREATED_ON);
        }
        if (left != null && status != MemberStatus.FORMER) {
            line.report(Problem.of(Field.LEFT_ON, Reason.DATE_OUT_OF_RANGE, line.text(Field.LEFT_ON)));
            left = null;
        }
        if (left != null && joined != null && joined.isAfter(left)) {
            joined = null;
            if (!byCreation) {
                line.report(Problem.of(Field.JOINED_ON, Reason.DATE_OUT_OF_RANGE, line.text(Field.JOINED_ON)));
            }
        }
        return new Reading(
                new Membership(status, reason, joined, left), new Hints(told.isPresent(), byCreation, false));
    }

    private Optional<Told> told() {
        var text = line.text(Field.STATUS);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var status = Words.meaningOf("status.", text, "candidate", "member", "former", NONE);
        if (status.isEmpty()) {
            line.report(Problem.of(Field.STATUS, Reason.STATUS_UNKNOWN, text));
        }
        return status.map(
                word -> new Told(word.equals(NONE) ? null : MemberStatus.valueOf(word.toUpperCase(Locale.ROOT))));
    }

    /** Odoo leaves the cell of an archived record empty; in a co-op's own list an empty cell says nothing. */
    private boolean isArchived() {
        if (!line.columns().has(Field.ACTIVE)) {
            return false;
        }
        var active = new YesOrNo(line).read(Field.ACTIVE);
        return active.map(yes -> !yes).orElse(line.columns().fromOdoo());
    }
}
