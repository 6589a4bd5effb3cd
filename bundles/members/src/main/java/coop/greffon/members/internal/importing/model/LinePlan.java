package coop.greffon.members.internal.importing.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the import will do with one record of the file, and why.
 *
 * @param lines the lines of the file the record stands on
 * @param label the name to show, as the file has it
 * @param storedId the member it was matched with, if any; never that of an address, which has none of its own
 * @param wanted what the store is to hold afterwards; absent where nothing is to be stored
 * @param link whom it belongs to, if anybody
 */
public record LinePlan(
        Lines lines,
        String label,
        Outcome outcome,
        Optional<Long> storedId,
        Optional<Wanted> wanted,
        Optional<Link> link,
        List<Change> changes,
        List<Problem> problems) {
    public LinePlan {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    /** First and last line of a record: they differ where further tags stand on rows of their own. */
    public record Lines(long first, long last) {}

    /** What is to be stored. */
    public sealed interface Wanted {}

    /**
     * A person or organisation.
     *
     * @param revision the one of the record it was compared with, absent for somebody new
     */
    public record WantedMember(MemberDetails details, OptionalLong revision) implements Wanted {}

    /**
     * A further address of the linked parent.
     *
     * @param replaced the one that is there now, if any
     */
    public record WantedAddress(FurtherAddress address, Optional<FurtherAddress> replaced) implements Wanted {}

    /** Whether it is about a further address of somebody, who is no new record. */
    public boolean isFurtherAddress() {
        return wanted.filter(WantedAddress.class::isInstance).isPresent();
    }

    /** Whether anything on the line was refused, be it the line or a single value. */
    public boolean hasError() {
        return problems.stream().anyMatch(problem -> problem.severity() != Severity.WARNING);
    }
}
