package coop.greffon.members.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.Address;
import coop.greffon.members.ContactDraft;
import coop.greffon.members.MailAddress;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.Phone;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberUnionTest {
    private static MemberDraft reached(MemberDraft member, String mail, String phone, String street) {
        return member.withContact(new ContactDraft(
                List.of(MailAddress.of(mail)),
                List.of(Phone.of(phone)),
                List.of(Address.main(street, "96120", "Vaubrenne", "FR")),
                null));
    }

    @Test
    void whatStaysHoldsAndWhatOnlyTheOtherKnewIsAdded() {
        MemberDraft stays =
                reached(MemberDraft.person("Inès", "Marchand"), "ines@example.org", "06 39 98 12 34", "2 rue du Four");
        MemberDraft goes = reached(
                        MemberDraft.person("I.", "Marchand").withNumber("128"),
                        "i.marchand@example.org",
                        "06.39.98.12.34",
                        "2 Rue du four")
                .withTags(List.of("Caisse"));

        MemberDraft united = MemberUnion.of(stays, goes);

        assertThat(united.givenName()).isEqualTo("Inès");
        assertThat(united.number()).isEqualTo("128");
        assertThat(united.mails())
                .extracting(MailAddress::address)
                .containsExactly("ines@example.org", "i.marchand@example.org");
        assertThat(united.phones()).extracting(Phone::number).containsExactly("06 39 98 12 34");
        assertThat(united.addresses()).hasSize(1);
        assertThat(united.tags()).containsExactly("Caisse");
        assertThat(united.notes()).isNull();
    }
}
