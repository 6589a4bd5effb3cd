package coop.greffon.members.internal.store;

import static coop.greffon.members.MemberStatus.CANDIDATE;
import static coop.greffon.members.MemberStatus.MEMBER;

import coop.greffon.members.Address;
import coop.greffon.members.CardDraft;
import coop.greffon.members.CardKind;
import coop.greffon.members.ExternalId;
import coop.greffon.members.MailAddress;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberKind;
import coop.greffon.members.NewMember;
import coop.greffon.members.Phone;
import coop.greffon.members.StatusDraft;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;

/** Members in a database, and Inès to be one of them. */
abstract class JpaMembersBench {
    static final NewMember INES = new NewMember(
            new MemberDraft(
                    MemberKind.PERSON,
                    "128",
                    "Inès",
                    "Marchand",
                    null,
                    List.of(MailAddress.of("ines@example.org"), new MailAddress("ines@travail.example.org", "travail")),
                    List.of(new Phone("06 39 98 12 34", "portable")),
                    List.of(
                            Address.main("4 rue de la Filature", "96120", "Vaubrenne", "FR"),
                            new Address(
                                    Address.Kind.DELIVERY,
                                    "Entrepôt",
                                    "1 quai",
                                    null,
                                    "96120",
                                    "Vaubrenne",
                                    "FR",
                                    "sonner deux fois",
                                    "odoo:23")),
                    "fr",
                    LocalDate.parse("1984-11-21"),
                    null,
                    List.of("Équipe / Caisse", "Tarif réduit, étudiant"),
                    "Parle breton."),
            List.of(
                    new StatusDraft(MEMBER, LocalDate.parse("2023-03-04"), null),
                    new StatusDraft(CANDIDATE, LocalDate.parse("2023-01-15"), "réunion d’accueil")),
            List.of(new ExternalId("odoo", "__export__.res_partner_23")),
            List.of(
                    new CardDraft(CardKind.BARCODE, "420000128007", LocalDate.parse("2023-03-04")),
                    new CardDraft(CardKind.BARCODE, "0420000999001", LocalDate.parse("2025-01-01"))));

    MembersFixture fixture;
    JpaMembers members;

    void on(TestDatabase database) {
        fixture = new MembersFixture(database);
        members = fixture.members;
    }
}
