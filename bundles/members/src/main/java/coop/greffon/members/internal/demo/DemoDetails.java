package coop.greffon.members.internal.demo;

import coop.greffon.core.demo.DemoRow;
import coop.greffon.members.Address;
import coop.greffon.members.MailAddress;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberKind;
import coop.greffon.members.Phone;
import java.util.List;

/** What a row of the story says of somebody. */
final class DemoDetails {
    private DemoDetails() {}

    static MemberDraft of(DemoRow row) {
        return new MemberDraft(
                MemberKind.valueOf(row.text("kind")),
                row.text("number"),
                row.text("given_name"),
                row.text("family_name"),
                row.text("organisation_name"),
                row.list("mails").stream().map(MailAddress::of).toList(),
                row.list("phones").stream().map(DemoDetails::phone).toList(),
                addresses(row),
                row.text("language"),
                row.day("birth_date"),
                row.text("vat"),
                row.list("tags"),
                row.text("notes"));
    }

    private static Phone phone(String labelled) {
        String[] parts = labelled.split(":", 2);
        return new Phone(parts[1], parts[0]);
    }

    private static List<Address> addresses(DemoRow row) {
        return row.text("city") == null
                ? List.of()
                : List.of(
                        Address.main(row.text("street"), row.text("postcode"), row.text("city"), row.text("country")));
    }
}
