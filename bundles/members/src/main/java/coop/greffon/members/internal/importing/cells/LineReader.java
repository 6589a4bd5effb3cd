package coop.greffon.members.internal.importing.cells;

import coop.greffon.core.tabular.TabularFormat;
import coop.greffon.members.internal.importing.cells.ReadLine.ListPart;
import coop.greffon.members.internal.importing.cells.ReadLine.OwnRecord;
import coop.greffon.members.internal.importing.cells.ReadLine.ParentReference;
import coop.greffon.members.internal.importing.columns.Columns;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.FurtherAddress.Use;
import coop.greffon.members.internal.importing.model.ImportChoices;
import coop.greffon.members.internal.importing.model.MemberDetails;
import coop.greffon.members.internal.importing.model.MemberDetails.Identity;
import coop.greffon.members.internal.importing.model.MemberDetails.Membership;
import coop.greffon.members.internal.importing.model.MemberDetails.Naming;
import coop.greffon.members.internal.importing.model.MemberDetails.Profile;
import coop.greffon.members.internal.importing.model.NoteWriter;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Reads records by themselves: what each cell means, and what is wrong with it. */
public final class LineReader {
    private static final String PROGRAM_ACCOUNTS = "base.";

    private final Columns columns;
    private final TabularFormat format;
    private final ImportChoices choices;
    private final KnownTags tags;
    private final PersonNames names;
    private final NoteWriter noteWriter;

    public LineReader(
            Columns columns,
            TabularFormat format,
            ImportChoices choices,
            KnownTags tags,
            NameLexicon lexicon,
            NoteWriter noteWriter) {
        this.columns = columns;
        this.format = format;
        this.choices = choices;
        this.tags = tags;
        this.names = new PersonNames(lexicon);
        this.noteWriter = noteWriter;
    }

    /** Reads one record. */
    public ReadLine read(SourceRecord source) {
        var line = new Line(source.row(), columns, format);
        source.row()
                .problem()
                .ifPresent(problem ->
                        line.report(new Problem(null, Reason.ROW_UNREADABLE, "", List.of(problem.message()))));
        var kept = new ArrayList<String>();
        var parent = parentOf(line);
        var use = parent == null ? null : useOf(line);
        var naming = new NamingReader(line, names);
        var named = use == null ? naming.read(noteWriter, kept) : naming.ofAddress();
        var standing = new StandingReader(line, choices).read();
        var notes = new ArrayList<String>();
        var own = ownRecordOf(line);
        var details = detailsOf(source, line, named.naming(), standing.membership(), parent != null, notes, kept);
        var externalId = details.identity().externalId();
        var displayName = line.text(Field.DISPLAY_NAME);
        return new ReadLine(
                source.lines(),
                firstFilled(named.label(), displayName, details.identity().number(), externalId),
                displayName.isEmpty() ? named.label() : displayName,
                details,
                named.undivided(),
                parent,
                use,
                notes,
                standing.hints(),
                own,
                columns.fromOdoo() && externalId.startsWith(PROGRAM_ACCOUNTS),
                line.problems());
    }

    /** Reads the rest of the line; what fields cannot take joins the notes at their end. */
    private MemberDetails detailsOf(
            SourceRecord source,
            Line line,
            Naming naming,
            Membership membership,
            boolean hasParent,
            List<String> notes,
            List<String> kept) {
        var profile = new ProfileReader(line, tags);
        var identity = new Identity(line.text(Field.EXTERNAL_ID), line.text(Field.NUMBER), profile.cards());
        var contact = new ContactReader(line, noteWriter, kept).read();
        var vat = profile.vat(naming.kind(), hasParent, noteWriter, kept);
        var birthDate = new DateReader(line, choices).past(Field.BIRTH_DATE);
        var further = source.further().stream()
                .map(row -> new Line(row, columns, format))
                .toList();
        var tagPaths = profile.tags(further);
        notes.addAll(profile.notes());
        notes.addAll(kept);
        return new MemberDetails(
                identity, naming, contact, membership, new Profile(birthDate, vat, tagPaths, String.join("\n", notes)));
    }

    private static OwnRecord ownRecordOf(Line line) {
        var text = line.text(Field.RECORD_ID);
        var identifier = UneditedCells.wholeNumber(text);
        if (identifier.isEmpty()) {
            if (!text.isEmpty()) {
                line.report(Problem.of(Field.RECORD_ID, Reason.RECORD_ID_BAD, text));
            }
            return null;
        }
        var columns = line.columns();
        return new OwnRecord(
                identifier.getAsLong(),
                revisionOf(line),
                line.text(Field.NAME),
                !line.texts(Field.NOTES).isEmpty(),
                columns.has(Field.IS_ORGANISATION) || columns.has(Field.ORGANISATION),
                partOf(line, Field.MAIL),
                partOf(line, Field.PHONE));
    }

    private static OptionalLong revisionOf(Line line) {
        var text = line.text(Field.RECORD_REVISION);
        var revision = UneditedCells.wholeNumber(text);
        if (revision.isEmpty() && !text.isEmpty()) {
            line.report(Problem.of(Field.RECORD_REVISION, Reason.RECORD_REVISION_BAD, text));
        }
        return revision;
    }

    private static ListPart partOf(Line line, Field field) {
        var filled = line.filled(field);
        if (filled.size() < 2) {
            return ListPart.SOME;
        } else if (!filled.get(0)) {
            return ListPart.OTHERS;
        }
        return filled.contains(false) ? ListPart.FIRST : ListPart.WHOLE;
    }

    private static String firstFilled(String... texts) {
        return Arrays.stream(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private static ParentReference parentOf(Line line) {
        var identifier = line.text(Field.PARENT_ID);
        var name = line.text(Field.PARENT_NAME);
        if (name.isEmpty() && isPersonOfOrganisation(line)) {
            name = line.text(Field.ORGANISATION);
        }
        return identifier.isEmpty() && name.isEmpty()
                ? null
                : new ParentReference(
                        identifier,
                        name,
                        ProfileReader.vatNumber(line.text(Field.VAT)).orElse(""));
    }

    /** In a co-op's own list, a person's name beside an organisation's is that of somebody who works there. */
    private static boolean isPersonOfOrganisation(Line line) {
        var person = line.text(Field.NAME)
                + line.text(Field.NAME_FAMILY_FIRST)
                + line.text(Field.GIVEN_NAME)
                + line.text(Field.FAMILY_NAME);
        return !person.isEmpty()
                && !line.columns().has(Field.IS_ORGANISATION)
                && !line.columns().has(Field.RECORD_ID);
    }

    /** What kind of further address a child is; null for a person. */
    private static Use useOf(Line line) {
        var type = line.text(Field.ADDRESS_TYPE);
        var known = Words.meaningOf("address.", type, "contact", "delivery", "invoice", "other", "private");
        if (known.isEmpty() && !type.isEmpty()) {
            line.report(Problem.of(Field.ADDRESS_TYPE, Reason.ADDRESS_TYPE_UNKNOWN, type));
        }
        boolean named = !(line.text(Field.NAME) + line.text(Field.GIVEN_NAME) + line.text(Field.FAMILY_NAME)).isEmpty();
        return switch (known.orElse(named ? "contact" : "other")) {
            case "contact" -> null;
            case "delivery" -> Use.DELIVERY;
            case "invoice" -> Use.INVOICE;
            default -> Use.OTHER;
        };
    }
}
