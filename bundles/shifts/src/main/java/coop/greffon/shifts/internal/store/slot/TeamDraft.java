package coop.greffon.shifts.internal.store.slot;

import coop.greffon.shifts.internal.rules.Track;
import java.time.LocalDate;
import java.util.List;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * That somebody is to work in another team.
 *
 * @param from the first day in it
 * @param leaving the fixed places that end the day before
 * @param templateId the slot on which they have a place then, null for none
 * @param skill what the seat asks for, null for nothing
 * @param track how they work then, null for as before
 */
public record TeamDraft(
        @NotNull LocalDate from,
        List<@NotNull Long> leaving,
        Long templateId,
        @Size(max = 60) String skill,
        Track track) {
    public TeamDraft {
        leaving = leaving == null ? List.of() : List.copyOf(leaving);
    }

    FixedPlaceDraft place() {
        return new FixedPlaceDraft(skill, from, null);
    }
}
