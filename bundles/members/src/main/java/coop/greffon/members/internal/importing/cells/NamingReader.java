package coop.greffon.members.internal.importing.cells;

import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.MemberDetails.Kind;
import coop.greffon.members.internal.importing.model.MemberDetails.Naming;
import coop.greffon.members.internal.importing.model.NoteWriter;
import java.util.List;

/** Reads what a person, organisation or address is called. */
final class NamingReader {
    private final Line line;
    private final PersonNames names;

    NamingReader(Line line, PersonNames names) {
        this.line = line;
        this.names = names;
    }

    /**
     * What was read.
     *
     * @param label the name to show
     * @param undivided whether the name stood in one cell
     */
    record Reading(Naming naming, String label, boolean undivided) {}

    /** The name of an address: what stands there is a label, nobody's name. */
    Reading ofAddress() {
        var label = wholeName();
        return new Reading(new Naming(Kind.ORGANISATION, "", "", label), label, false);
    }

    /**
     * The name of a person or organisation.
     *
     * @param kept where lines of the notes go for what is no part of the name
     */
    Reading read(NoteWriter noteWriter, List<String> kept) {
        var given = line.text(Field.GIVEN_NAME);
        var family = line.text(Field.FAMILY_NAME);
        var whole = wholeName();
        var organisation = line.text(Field.ORGANISATION);
        boolean unnamed = (given + family + whole).isEmpty();
        if (new YesOrNo(line).read(Field.IS_ORGANISATION).orElse(unnamed && !organisation.isEmpty())) {
            var name = organisation.isEmpty() ? whole.isEmpty() ? (given + " " + family).strip() : whole : organisation;
            return new Reading(new Naming(Kind.ORGANISATION, "", "", name), name, false);
        }
        if (!(given + family).isEmpty() || whole.isEmpty()) {
            var naming = new Naming(Kind.PERSON, given, family, "");
            return new Reading(naming, naming.display(), false);
        }
        var reading = names.read(whole, line.text(Field.NAME).isEmpty());
        line.report(reading.problems());
        reading.kept().forEach(text -> kept.add(noteWriter.line(Field.NAME, text)));
        return new Reading(
                new Naming(Kind.PERSON, reading.name().given(), reading.name().family(), ""), whole, true);
    }

    private String wholeName() {
        var name = line.text(Field.NAME);
        return name.isEmpty() ? line.text(Field.NAME_FAMILY_FIRST) : name;
    }
}
