package coop.greffon.members.internal.importing.run;

import coop.greffon.members.Address;
import coop.greffon.members.CardDraft;
import coop.greffon.members.CardKind;
import coop.greffon.members.ContactDraft;
import coop.greffon.members.ExternalId;
import coop.greffon.members.MailAddress;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.NewMember;
import coop.greffon.members.Phone;
import coop.greffon.members.StatusDraft;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Members whom a form takes as they are, and whom a file might be read otherwise than meant. */
final class OddMembers {
    private OddMembers() {}

    /** All of them, ten. */
    static List<NewMember> all() {
        return List.of(
                ines(),
                twin(member("2023-03-04")),
                twin(),
                NewMember.of(MemberDraft.person("Malo", "Marchand")),
                NewMember.of(MemberDraft.person("Malo", "Marchand")),
                mill(),
                new NewMember(
                        MemberDraft.organisation("École (primaire) - l’Orée").withNumber("O01"),
                        List.of(member("2023-03-04")),
                        List.of(),
                        List.of()),
                with(
                        MemberDraft.person("Zoé", "DE LA TOUR").withNumber("7"),
                        status(MemberStatus.CANDIDATE, "2026-11-02", "Réunion d’accueil")),
                with(
                        MemberDraft.person("Anna\u00a0Lise", "Maes  Peeters").withNumber("13"),
                        member("2023-03-04"),
                        status(MemberStatus.FORMER, "2026-09-30", "Exclue")),
                new NewMember(
                        MemberDraft.person("Thibault", "Roux").withNumber("0012"),
                        List.of(
                                member("2014-03-15"),
                                status(MemberStatus.FORMER, "2018-01-01", "Déménage"),
                                member("2022-09-01")),
                        List.of(new ExternalId("file", "a"), new ExternalId("odoo", "x.9")),
                        List.of()));
    }

    private static NewMember with(MemberDraft draft, StatusDraft... statuses) {
        return new NewMember(draft, Arrays.asList(statuses), List.of(), List.of());
    }

    private static StatusDraft member(String on) {
        return status(MemberStatus.MEMBER, on, null);
    }

    private static StatusDraft status(MemberStatus status, String on, String reason) {
        return new StatusDraft(status, LocalDate.parse(on), reason);
    }

    private static NewMember ines() {
        var draft = new MemberDraft(
                MemberKind.PERSON,
                "128",
                "Inès",
                "Marchand",
                null,
                List.of(MailAddress.of("Ines@Example.org"), new MailAddress("ines.bureau@example.org", "bureau")),
                List.of(
                        new Phone("06 39 98 12 34", "portable"),
                        Phone.of("+33 2 61 91 60 10 (soir, week-end)"),
                        Phone.of("12345")),
                List.of(depot(), house()),
                "fr-BE",
                LocalDate.parse("1980-03-12"),
                null,
                List.of("Caisse, soir", "Accueil; bar", "Équipe / Caisse", "newsletter", "Newsletter"),
                "Vient le samedi\u00a0: 10 h.\r\n\r\n=1+1 \n- clé du local  \n'-3");
        return new NewMember(
                draft,
                List.of(member("2023-03-04")),
                List.of(),
                List.of(new CardDraft(CardKind.BARCODE, "4006381333931", LocalDate.parse("2023-03-04"))));
    }

    private static Address depot() {
        return new Address(Address.Kind.DELIVERY, "Entrepôt", "1 quai Sud", null, "05000", "Gap", "FR", null, null);
    }

    private static Address house() {
        return new Address(
                Address.Kind.MAIN, null, "3\u00a0bis, rue  du Puits", "Bât. B", "8000", "Orcières", "FR", null, null);
    }

    private static NewMember twin(StatusDraft... statuses) {
        var contact = new ContactDraft(List.of(MailAddress.of("lou@example.org")), List.of(), List.of(), null);
        return with(MemberDraft.person("Lou", "Martin").withContact(contact), statuses);
    }

    private static NewMember mill() {
        return NewMember.of(new MemberDraft(
                MemberKind.ORGANISATION,
                null,
                null,
                null,
                "Moulin d’Orée (bio)",
                List.of(),
                List.of(Phone.of("04 39 98 00 01 ou 04 39 98 00 02")),
                List.of(),
                null,
                null,
                "FR12 345678901",
                List.of(),
                null));
    }
}
