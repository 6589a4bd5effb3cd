package coop.greffon.members.internal.importing.cells;

import coop.greffon.members.MemberKind;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.MemberDetails.Naming;
import coop.greffon.members.internal.importing.model.NoteWriter;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
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
        return new Reading(new Naming(MemberKind.ORGANISATION, "", "", label), label, false);
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
        // Our own export has the whole name of everybody, organisations included, in one column.
        boolean unnamed = (given + family + (line.columns().has(Field.RECORD_ID) ? "" : whole)).isEmpty();
        if (new YesOrNo(line).read(Field.IS_ORGANISATION).orElse(unnamed && !organisation.isEmpty())) {
            var name = organisation.isEmpty() ? whole.isEmpty() ? (given + " " + family).strip() : whole : organisation;
            return new Reading(new Naming(MemberKind.ORGANISATION, "", "", name), name, false);
        }
        if (!(given + family).isEmpty() || whole.isEmpty()) {
            var naming = new Naming(MemberKind.PERSON, given, family, "");
            return new Reading(naming, naming.display(), false);
        }
        var reading = names.read(whole, line.text(Field.NAME).isEmpty());
        if (line.text(Field.RECORD_ID).isEmpty()) {
            line.report(reading.problems());
            reading.kept().forEach(text -> kept.add(noteWriter.line(Field.NAME, text)));
        }
        return new Reading(shortened(reading.name(), whole, noteWriter, kept), whole, true);
    }

    /** Somebody whose many names do not fit is not lost for that: they are cut between two of them. */
    private Naming shortened(PersonName name, String whole, NoteWriter noteWriter, List<String> kept) {
        var given = cut(name.given(), Field.GIVEN_NAME.maximumLength());
        var family = cut(name.family(), Field.FAMILY_NAME.maximumLength());
        if (given.length() < name.given().length()
                || family.length() < name.family().length()) {
            line.report(Problem.of(Field.NAME, Reason.NAME_SHORTENED, whole, (given + " " + family).strip()));
            kept.add(noteWriter.line(Field.NAME, whole));
        }
        return new Naming(MemberKind.PERSON, given, family, "");
    }

    private static String cut(String name, int length) {
        if (name.length() <= length) {
            return name;
        }
        int space = name.lastIndexOf(' ', length);
        return name.substring(0, space > 0 ? space : length);
    }

    private String wholeName() {
        var name = line.text(Field.NAME);
        return name.isEmpty() ? line.text(Field.NAME_FAMILY_FIRST) : name;
    }
}
