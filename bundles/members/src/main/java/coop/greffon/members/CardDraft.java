package coop.greffon.members;

import java.time.LocalDate;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * A card to be given.
 *
 * @param kind how it is read; null for a barcode
 * @param code what is on it, as typed or scanned, with or without a leading zero
 * @param from its first day
 */
public record CardDraft(
        @NotNull CardKind kind,
        @NotBlank @Size(max = 64) String code,
        @NotNull LocalDate from) {
    public CardDraft {
        kind = kind == null ? CardKind.BARCODE : kind;
    }
}
