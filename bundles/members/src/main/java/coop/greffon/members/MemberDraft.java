package coop.greffon.members;

import static coop.greffon.members.Shapes.trimmed;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;

/**
 * What a form, a line of a file or a program says of somebody, and what {@link Member} gives back. Its annotations are the one place of
 * the rules of shape. Blank texts become null, lists are never null.
 *
 * @param kind a person or an organisation
 * @param number as the co-op writes it; no two members share one; null for none yet
 * @param givenName of a person
 * @param familyName of a person; a person has at least one of the two names
 * @param organisationName of an organisation, and only of one
 * @param mails the first is the one written to
 * @param phones the first is the one called
 * @param addresses the first is the one shown
 * @param language two letters of ISO 639, perhaps with a country; null for the co-op's
 * @param birthDate of a person, null for unknown
 * @param vat the VAT number of an organisation, with its country; spaces and dots are dropped
 * @param tags what the co-op sorts people by; a path is written with {@code " / "}
 * @param notes free text of staff
 */
public record MemberDraft(
        @NotNull MemberKind kind,

        @Size(max = 40) @Pattern(regexp = Shapes.SINGLE_LINE, message = "members.shape.single-line")
        String number,

        @Size(max = 100) @Pattern(regexp = Shapes.SINGLE_LINE, message = "members.shape.single-line")
        String givenName,

        @Size(max = 100) @Pattern(regexp = Shapes.SINGLE_LINE, message = "members.shape.single-line")
        String familyName,

        @Size(max = 200) @Pattern(regexp = Shapes.SINGLE_LINE, message = "members.shape.single-line")
        String organisationName,

        @Size(max = 20) List<@NotNull @Valid MailAddress> mails,
        @Size(max = 20) List<@NotNull @Valid Phone> phones,
        @Size(max = 20) List<@NotNull @Valid Address> addresses,

        @Pattern(regexp = Shapes.LANGUAGE, message = "members.shape.language")
        String language,

        LocalDate birthDate,

        @Pattern(regexp = Shapes.VAT, message = "members.shape.vat")
        String vat,

        @Size(max = 100)
        List<
                        @NotNull @Size(max = 200)
                        @Pattern(regexp = Shapes.SINGLE_LINE, message = "members.shape.single-line") String>
                tags,

        @Size(max = 50_000) String notes) {
    public MemberDraft {
        kind = kind == null ? MemberKind.PERSON : kind;
        number = trimmed(number);
        givenName = trimmed(givenName);
        familyName = trimmed(familyName);
        organisationName = trimmed(organisationName);
        mails = list(mails);
        phones = list(phones);
        addresses = list(addresses);
        language = trimmed(language);
        vat = vat == null ? null : trimmed(vat.replaceAll("[\\s.\\-]", "").toUpperCase(Locale.ROOT));
        tags = list(tags).stream()
                .map(Shapes::trimmed)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        notes = trimmed(notes);
    }

    private static <T> List<T> list(List<T> given) {
        return given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).toList();
    }

    /** A person of whom nothing but the name is known. */
    public static MemberDraft person(String givenName, String familyName) {
        return new MemberDraft(
                MemberKind.PERSON,
                null,
                givenName,
                familyName,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                null);
    }

    /** An organisation of which nothing but the name is known. */
    public static MemberDraft organisation(String name) {
        return new MemberDraft(
                MemberKind.ORGANISATION,
                null,
                null,
                null,
                name,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                null);
    }

    /** The same with another number. */
    public MemberDraft withNumber(String newNumber) {
        return new MemberDraft(
                kind,
                newNumber,
                givenName,
                familyName,
                organisationName,
                mails,
                phones,
                addresses,
                language,
                birthDate,
                vat,
                tags,
                notes);
    }

    /** The same, to be reached otherwise. */
    public MemberDraft withContact(ContactDraft contact) {
        return new MemberDraft(
                kind,
                number,
                givenName,
                familyName,
                organisationName,
                contact.mails(),
                contact.phones(),
                contact.addresses(),
                contact.language(),
                birthDate,
                vat,
                tags,
                notes);
    }

    /** The same with other tags. */
    public MemberDraft withTags(List<String> newTags) {
        return new MemberDraft(
                kind,
                number,
                givenName,
                familyName,
                organisationName,
                mails,
                phones,
                addresses,
                language,
                birthDate,
                vat,
                newTags,
                notes);
    }

    /** The name shown: given name first for a person; never null. */
    public String name() {
        return kind == MemberKind.ORGANISATION
                ? Objects.requireNonNullElse(organisationName, "")
                : Stream.of(givenName, familyName).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
