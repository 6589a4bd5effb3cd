package coop.greffon.members.internal.demo;

import coop.greffon.core.demo.DemoCast;
import coop.greffon.core.demo.DemoData;
import coop.greffon.core.demo.DemoRow;
import coop.greffon.core.demo.DemoTable;
import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.Actor;
import coop.greffon.members.CardDraft;
import coop.greffon.members.CardKind;
import coop.greffon.members.ContactPersonDraft;
import coop.greffon.members.ContactPersons;
import coop.greffon.members.HouseholdRole;
import coop.greffon.members.Households;
import coop.greffon.members.MailAddress;
import coop.greffon.members.Member;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.NewMember;
import coop.greffon.members.StatusDraft;
import coop.greffon.members.StayDraft;
import coop.greffon.members.internal.photo.Portrait;
import coop.greffon.members.internal.store.JpaMembers;
import coop.greffon.members.internal.store.MemberPhotos;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The people of La Clairette; who they are is told by {@code GREFFON-INF/demo/README.md}. */
@Component(service = DemoData.class)
public final class LaClairette implements DemoData {
    private static final String REFERENT = "12";
    private static final String DESK = "7";
    private static final String MEMBER = "128";

    private final JpaMembers members;
    private final Households households;
    private final ContactPersons contacts;
    private final MemberPhotos photos;

    @Activate
    public LaClairette(
            @Reference JpaMembers members,
            @Reference Households households,
            @Reference ContactPersons contacts,
            @Reference MemberPhotos photos) {
        this.members = members;
        this.households = households;
        this.contacts = contacts;
        this.photos = photos;
    }

    @Override
    public void load(DemoCast cast) throws IOException {
        Map<String, Member> byNumber = writeMembers();
        writePhotos(byNumber);
        writeHouseholds(byNumber);
        writeContacts(byNumber);
        letIn(cast, byNumber, REFERENT, "members.demo.administrator", Set.of(Account.ADMIN));
        letIn(cast, byNumber, DESK, "members.demo.desk", Set.of("desk", "coordinator"));
        letIn(cast, byNumber, MEMBER, "members.demo.member", Set.of("member"));
    }

    private Map<String, Member> writeMembers() throws IOException {
        List<NewMember> drafts = DemoTable.read(LaClairette.class, "members.csv").stream()
                .map(LaClairette::draft)
                .toList();
        Map<String, Member> byNumber = new HashMap<>();
        for (Member member : members.createAll(drafts, Actor.host())) {
            if (member.details().number() != null) {
                byNumber.put(member.details().number(), member);
            }
        }
        return byNumber;
    }

    private void writePhotos(Map<String, Member> byNumber) throws IOException {
        for (DemoRow row : DemoTable.read(LaClairette.class, "members.csv")) {
            String photo = row.text("photo");
            if (photo != null && row.text("number") != null) {
                try (InputStream picture = LaClairette.class.getResourceAsStream("/GREFFON-INF/demo/photos/" + photo)) {
                    photos.put(byNumber.get(row.text("number")).id(), Portrait.of(picture), Actor.host());
                }
            }
        }
    }

    private static NewMember draft(DemoRow row) {
        String status = row.text("status");
        LocalDate since = row.day("status_since");
        List<StatusDraft> statuses = status == null
                ? List.of()
                : List.of(new StatusDraft(MemberStatus.valueOf(status), since, row.text("reason")));
        String code = row.text("card");
        List<CardDraft> cards = code == null ? List.of() : List.of(new CardDraft(CardKind.BARCODE, code, since));
        return new NewMember(DemoDetails.of(row), statuses, List.of(), cards);
    }

    private void writeHouseholds(Map<String, Member> byNumber) throws IOException {
        Map<String, Long> founded = new HashMap<>();
        for (DemoRow row : DemoTable.read(LaClairette.class, "households.csv")) {
            long person = byNumber.get(row.text("number")).id();
            Long household = founded.get(row.text("household"));
            if (household == null) {
                long holder = person;
                founded.put(
                        row.text("household"),
                        households.found(holder, row.day("from"), Actor.host()).id());
                continue;
            }
            HouseholdRole role = HouseholdRole.valueOf(row.text("role"));
            households.join(household, new StayDraft(person, role, row.day("from"), row.day("to")), Actor.host());
        }
    }

    private void writeContacts(Map<String, Member> byNumber) throws IOException {
        for (DemoRow row : DemoTable.read(LaClairette.class, "contacts.csv")) {
            long person = byNumber.get(row.text("person")).id();
            long organisation = byNumber.get(row.text("organisation")).id();
            contacts.add(
                    organisation,
                    new ContactPersonDraft(person, row.text("function"), row.day("from"), row.day("to")),
                    Actor.host());
        }
    }

    /** The first mail of a person is a way in, and as the help says each other that nobody else has. */
    private static void letIn(
            DemoCast cast, Map<String, Member> byNumber, String number, String who, Set<String> roles) {
        Member member = byNumber.get(number);
        Set<String> logins = new LinkedHashSet<>();
        logins.add(member.details().number());
        logins.add(member.details().mails().get(0).address());
        member.details().mails().stream()
                .map(MailAddress::address)
                .filter(mail ->
                        byNumber.values().stream().allMatch(other -> other.id() == member.id() || !has(other, mail)))
                .forEach(logins::add);
        cast.letIn(new AccountDraft(member.subject(), member.details().name(), Locale.FRENCH, logins, roles), who);
    }

    private static boolean has(Member member, String mail) {
        return member.details().mails().stream().anyMatch(one -> one.address().equalsIgnoreCase(mail));
    }
}
