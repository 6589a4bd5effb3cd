package coop.greffon.members.internal.importing.cells;

import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.MemberDetails.Contact;
import coop.greffon.members.internal.importing.model.NoteWriter;
import coop.greffon.members.internal.importing.model.Phone;
import coop.greffon.members.internal.importing.model.PostalAddress;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import coop.greffon.members.internal.rules.Places;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Reads how to reach somebody. */
final class ContactReader {
    private static final Pattern FRENCH_ZIP_WITHOUT_ZERO = Pattern.compile("[1-9]\\d{3}");

    private final Line line;
    private final NoteWriter noteWriter;
    private final List<String> kept;

    /**
     * Reads from a line.
     *
     * @param kept where lines of the notes go for texts that their field cannot take
     */
    ContactReader(Line line, NoteWriter noteWriter, List<String> kept) {
        this.line = line;
        this.noteWriter = noteWriter;
        this.kept = kept;
    }

    Contact read() {
        return new Contact(mails(), phones(), address(), language());
    }

    private List<String> mails() {
        var mails = new LinkedHashSet<String>();
        for (var cell : line.texts(Field.MAIL)) {
            var reading = MailAddresses.read(cell);
            mails.addAll(reading.addresses());
            line.report(reading.problems());
            reading.kept().forEach(text -> kept.add(noteWriter.line(Field.MAIL, text)));
        }
        return List.copyOf(mails);
    }

    private List<Phone> phones() {
        var phones = new LinkedHashMap<String, Phone>();
        for (var field : List.of(Field.PHONE, Field.MOBILE)) {
            for (var cell : line.texts(field)) {
                var reading = PhoneNumbers.read(cell, field);
                // The same number in both columns is a mobile one.
                reading.phones().forEach(phone -> phones.put(phone.digits(), phone));
                line.report(reading.problems());
                reading.kept().forEach(text -> kept.add(noteWriter.line(field, text)));
            }
        }
        return new ArrayList<>(phones.values());
    }

    private PostalAddress address() {
        var country = country();
        return new PostalAddress(
                line.text(Field.STREET), line.text(Field.STREET2), zip(country), line.text(Field.CITY), country);
    }

    private String country() {
        var text = line.text(Field.COUNTRY);
        if (text.isEmpty()) {
            return "";
        }
        var country = Places.country(text);
        if (country.isEmpty()) {
            line.report(Problem.of(Field.COUNTRY, Reason.COUNTRY_UNKNOWN, text));
        }
        return country.orElse("");
    }

    /** Spreadsheets take a French postal code for a number and drop its first zero; Odoo does not. */
    private String zip(String country) {
        var zip = line.text(Field.ZIP);
        if (country.equals("FR")
                && !line.columns().fromOdoo()
                && FRENCH_ZIP_WITHOUT_ZERO.matcher(zip).matches()) {
            line.report(Problem.of(Field.ZIP, Reason.ZIP_MENDED, zip, "0" + zip));
            return "0" + zip;
        }
        return zip;
    }

    private String language() {
        var text = line.text(Field.LANGUAGE);
        if (text.isEmpty()) {
            return "";
        }
        var language = Places.language(text);
        if (language.isEmpty()) {
            line.report(Problem.of(Field.LANGUAGE, Reason.LANGUAGE_UNKNOWN, text));
        }
        return language.orElse("");
    }
}
