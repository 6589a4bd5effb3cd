package coop.greffon.members.internal.listing;

import coop.greffon.core.message.Text;
import coop.greffon.members.Address;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.MemberStatus;
import coop.greffon.web.table.Column;
import coop.greffon.web.table.Column.Tone;
import coop.greffon.web.table.Table;
import java.util.List;
import java.util.function.Function;

/**
 * The columns of members: seven on the screen, all of them in a file. A file says each thing in one cell and under a title that the
 * import knows, so that it can be corrected in a spreadsheet and read again.
 */
public final class MemberColumns {
    private MemberColumns() {}

    /** The table of members, without filters. */
    public static Table<ListedMember> table() {
        Table<ListedMember> table = Table.of("members", "members.list.title");
        for (Column<ListedMember> column : all()) {
            table = table.with(column);
        }
        return table;
    }

    /** Every column, those of the screen first. */
    public static List<Column<ListedMember>> all() {
        return List.of(
                Column.<ListedMember>number(
                                "number",
                                "members.field.number",
                                member -> member.line().number())
                        .sortable(),
                Column.<ListedMember>title(
                                "name",
                                "members.field.name",
                                ListedMember::shownName,
                                member -> "/members/" + member.line().id())
                        .sortable(),
                Column.state("status", "members.field.status", MemberColumns::status, MemberColumns::tone),
                Column.<ListedMember>date(
                                "since",
                                "members.field.since",
                                member -> member.line().since())
                        .sortable(),
                Column.text(
                        "mail", "members.field.mail", member -> member.line().mail()),
                Column.code(
                        "phone", "members.field.phone", member -> member.line().phone()),
                Column.text("city", "members.field.city", ListedMember::city),
                exported("recordId", member -> member.line().id()),
                exported("recordRevision", ListedMember::revision),
                exported(
                        "isOrganisation",
                        member -> Text.of("members.kind." + member.line().kind())),
                exported("givenName", member -> member.detail(MemberDraft::givenName)),
                exported("familyName", member -> member.detail(MemberDraft::familyName)),
                exported("organisationName", member -> member.detail(MemberDraft::organisationName)),
                exported("reason", ListedMember::statusReason),
                exported("birthDate", member -> member.detail(MemberDraft::birthDate)),
                exported("language", member -> member.detail(MemberDraft::language)),
                exported("otherMails", ListedMember::otherMails),
                exported("otherPhones", ListedMember::otherPhones),
                exported("street", member -> member.address(Address::street)),
                exported("street2", member -> member.address(Address::street2)),
                exported("postcode", member -> member.address(Address::postcode)),
                exported("country", member -> member.address(Address::country)),
                exported("otherAddresses", ListedMember::otherAddresses),
                exported("vat", member -> member.detail(MemberDraft::vat)),
                exported("tags", member -> member.detail(MemberDraft::tags)),
                exported("card", ListedMember::card),
                exported("photo", ListedMember::hasPhoto),
                exported("externalIds", ListedMember::externalIds),
                exported("notes", member -> member.detail(MemberDraft::notes)));
    }

    private static Column<ListedMember> exported(String key, Function<ListedMember, ?> value) {
        return Column.<ListedMember>text(key, "members.field." + key, value).exportOnly();
    }

    private static Text status(ListedMember member) {
        return Text.of("members.standing." + Standing.of(member.line().status()));
    }

    private static Tone tone(ListedMember member) {
        MemberStatus status = member.line().status();
        if (status == MemberStatus.MEMBER) {
            return Tone.OK;
        }
        return status == MemberStatus.CANDIDATE ? Tone.INFO : Tone.NEUTRAL;
    }
}
