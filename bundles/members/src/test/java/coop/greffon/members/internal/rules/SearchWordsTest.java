package coop.greffon.members.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.ContactDraft;
import coop.greffon.members.MailAddress;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.Phone;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchWordsTest {
    @Test
    void aPersonIsFoundByAllThatIsKnown() {
        var contact = new ContactDraft(
                List.of(MailAddress.of("Ines.Marchand@Example.org")),
                List.of(Phone.of("+33 6 39 98 12 34"), Phone.of("02 61 91 00 01 (soir)")),
                List.of(),
                "fr");
        var ines = MemberDraft.person("Inès", "Le Bris-Marchand")
                .withNumber("M-0128")
                .withContact(contact);

        assertThat(SearchWords.of(ines, List.of("0420000128005")))
                .containsExactlyInAnyOrder(
                        "ines",
                        "le",
                        "bris",
                        "marchand",
                        "lebrismarchand",
                        "m",
                        "0128",
                        "128",
                        "m0128",
                        "ines.marchand@example.org",
                        "+639981234",
                        "+261910001",
                        "0420000128005");
    }

    @Test
    void anOrganisationIsFoundByItsName() {
        assertThat(SearchWords.of(MemberDraft.organisation("Ferme des Trois Chênes"), List.of()))
                .containsExactlyInAnyOrder("ferme", "des", "trois", "chenes", "fermedestroischenes");
    }
}
