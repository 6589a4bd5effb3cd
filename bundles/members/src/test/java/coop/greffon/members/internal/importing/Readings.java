package coop.greffon.members.internal.importing;

import coop.greffon.members.internal.importing.cells.KnownTags;
import coop.greffon.members.internal.importing.model.ImportChoices;
import coop.greffon.members.internal.importing.model.NoteWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What tests of the import choose alike. */
public final class Readings {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    public static final ImportChoices USUAL = ImportChoices.usual(TODAY, PARIS);
    public static final KnownTags NO_TAGS = new KnownTags(List.of(), Map.of());
    public static final NoteWriter NOTES = (field, text) -> field.key() + ": " + text;

    private Readings() {}
}
