package coop.greffon.members.internal.store;

import coop.greffon.core.persistence.Moments;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.internal.rules.SortKeys;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/**
 * What a person or organisation has one of. The revision counts changes of the details alone: whoever edits them is not told off because
 * somebody gave the person a card meanwhile. All changes lock the row.
 */
@Entity
@Table(name = "greffon_members_member")
public class StoredMember {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "member")
    @SequenceGenerator(name = "member", sequenceName = "greffon_members_member_seq", allocationSize = 50)
    private Long id;

    @Enumerated(EnumType.STRING)
    private MemberKind kind;

    private String number;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    @Column(name = "organisation_name")
    private String organisationName;

    private String language;

    @Column(name = "birth_date")
    private LocalDate birthDate;

    private String vat;
    private String notes;

    @Enumerated(EnumType.STRING)
    private MemberStatus status;

    @Column(name = "status_since")
    private LocalDate statusSince;

    private String photo;

    @Column(name = "merged_into")
    private Long mergedInto;

    @Column(name = "sort_key")
    private String sortKey;

    @Column(name = "number_key")
    private String numberKey;

    private long revision;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    protected StoredMember() {}

    StoredMember(MemberDraft details, Instant now) {
        this.createdAt = Moments.stored(now);
        write(details);
    }

    private void write(MemberDraft details) {
        this.kind = details.kind();
        this.number = details.number();
        this.givenName = details.givenName();
        this.familyName = details.familyName();
        this.organisationName = details.organisationName();
        this.language = details.language();
        this.birthDate = details.birthDate();
        this.vat = details.vat();
        this.notes = details.notes();
        this.sortKey = SortKeys.ofName(details);
        this.numberKey = SortKeys.ofNumber(details.number());
    }

    void change(MemberDraft details) {
        write(details);
        revision++;
    }

    /** Forgets who it was; the id stands for a name. */
    void forget() {
        write(MemberDraft.person(null, "#" + id).withNumber(number));
        this.photo = null;
        revision++;
    }

    void setStatus(MemberStatus newStatus, LocalDate since) {
        this.status = newStatus;
        this.statusSince = since;
    }

    /** Gives way to another record of the same person; the number is free for it. */
    void mergeInto(long survivor) {
        this.mergedInto = survivor;
        this.number = null;
        this.numberKey = null;
        this.photo = null;
    }

    void setPhoto(String tag) {
        this.photo = tag;
    }

    long id() {
        return id;
    }

    MemberKind kind() {
        return kind;
    }

    String number() {
        return number;
    }

    String givenName() {
        return givenName;
    }

    String familyName() {
        return familyName;
    }

    String organisationName() {
        return organisationName;
    }

    /** The name shown. */
    String name() {
        return kind == MemberKind.ORGANISATION
                ? organisationName
                : Stream.of(givenName, familyName).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    String language() {
        return language;
    }

    LocalDate birthDate() {
        return birthDate;
    }

    String vat() {
        return vat;
    }

    String notes() {
        return notes;
    }

    MemberStatus status() {
        return status;
    }

    LocalDate statusSince() {
        return statusSince;
    }

    String photo() {
        return photo;
    }

    /** The record it was merged into, null where it was not. */
    Long mergedInto() {
        return mergedInto;
    }

    String sortKey() {
        return sortKey;
    }

    long revision() {
        return revision;
    }
}
