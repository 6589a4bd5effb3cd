package coop.greffon.members.internal.privacy;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.privacy.Erasure;
import coop.greffon.core.privacy.PersonalData;
import coop.greffon.core.privacy.PersonalDocument;
import coop.greffon.core.privacy.Processing;
import coop.greffon.core.privacy.Processing.Basis;
import coop.greffon.members.Member;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.Members;
import coop.greffon.members.Subjects;
import coop.greffon.members.internal.account.InvitationRows;
import coop.greffon.members.internal.store.ArrivalRows;
import coop.greffon.members.internal.store.MemberPhotos;
import coop.greffon.members.internal.store.RecordErasure;
import coop.greffon.members.internal.store.RecordMerge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What members holds of a person. */
@Component(service = PersonalData.class)
public final class MemberPersonalData implements PersonalData {
    private final Members members;
    private final MemberDocuments documents;
    private final RecordErasure erasure;
    private final MemberPhotos photos;
    private final ArrivalRows arrivals;
    private final RecordMerge merged;
    private final InvitationRows invitations;

    @Activate
    public MemberPersonalData(
            @Reference Members members,
            @Reference MemberDocuments documents,
            @Reference RecordErasure erasure,
            @Reference MemberPhotos photos,
            @Reference ArrivalRows arrivals,
            @Reference RecordMerge merged,
            @Reference InvitationRows invitations) {
        this.members = members;
        this.documents = documents;
        this.erasure = erasure;
        this.photos = photos;
        this.arrivals = arrivals;
        this.merged = merged;
        this.invitations = invitations;
    }

    @Override
    public List<Processing> processings() {
        return List.of(
                new Processing(
                        Text.of("members.privacy.membership"),
                        Basis.CONTRACT,
                        Text.of("members.privacy.membership-data"),
                        Text.of("members.privacy.membership-retention")),
                new Processing(
                        Text.of("members.privacy.register"),
                        Basis.LEGAL_OBLIGATION,
                        Text.of("members.privacy.register-data"),
                        Text.of("members.privacy.register-retention")),
                new Processing(
                        Text.of("members.privacy.arrivals"),
                        Basis.CONTRACT,
                        Text.of("members.privacy.arrivals-data"),
                        Text.of("members.privacy.arrivals-retention")));
    }

    @Override
    public List<PersonalDocument> export(String subject) {
        return member(subject).map(documents::of).orElse(List.of());
    }

    @Override
    public List<Erasure> erase(String subject, boolean dryRun, Actor by) {
        Member member = member(subject).orElse(null);
        if (member == null) {
            return List.of();
        }
        if (member.status() == MemberStatus.MEMBER) {
            Text because = Text.of("members.privacy.still-member");
            return List.of(Erasure.kept(Text.of("members.privacy.details"), 1, because, null));
        }
        List<Erasure> report = report(member);
        if (!dryRun) {
            photos.remove(member.id(), by);
            erasure.erase(member.id(), by);
        }
        return report;
    }

    private List<Erasure> report(Member member) {
        List<Member> records = new ArrayList<>(List.of(member));
        records.addAll(merged.left(member.id()));
        long reach = records.stream()
                .map(Member::details)
                .mapToLong(details -> details.mails().size()
                        + details.phones().size()
                        + details.addresses().size())
                .sum();
        List<Erasure> report = new ArrayList<>();
        report.add(Erasure.gone(Text.of("members.privacy.details"), records.size()));
        report.add(Erasure.gone(Text.of("members.form.reach"), reach));
        report.add(Erasure.gone(
                Text.of("members.arrival.all"), arrivals.all(member.id()).size()));
        report.add(Erasure.gone(
                Text.of("members.invitations.record"),
                invitations.of(List.of(member.id())).size()));
        report.add(Erasure.gone(
                Text.of("members.field.externalIds"), member.externalIds().size()));
        report.add(Erasure.kept(
                Text.of("members.record.statuses"),
                records.stream()
                        .mapToInt(record -> members.statuses(record.id()).size())
                        .sum(),
                Text.of("members.privacy.kept-register"),
                null));
        report.add(Erasure.kept(
                Text.of("members.record.cards"), member.cards().size(), Text.of("members.privacy.kept-cards"), null));
        return report;
    }

    private Optional<Member> member(String subject) {
        return Subjects.memberId(subject).stream()
                .mapToObj(members::find)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
