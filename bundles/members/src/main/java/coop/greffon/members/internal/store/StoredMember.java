package coop.greffon.members.internal.store;

import coop.greffon.members.MemberStatus;
import coop.greffon.members.MemberSummary;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;

@Entity
@Table(name = "greffon_members_member")
public class StoredMember {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "member")
    @SequenceGenerator(name = "member", sequenceName = "greffon_members_member_seq", allocationSize = 50)
    private Long id;

    private String kind;
    private String number;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    @Column(name = "organisation_name")
    private String organisationName;

    @Column(name = "sort_key")
    private String sortKey;

    @Enumerated(EnumType.STRING)
    private MemberStatus status;

    @Version
    private long version;

    protected StoredMember() {}

    MemberSummary summary() {
        String name = organisationName == null ? givenName + " " + familyName : organisationName;
        return new MemberSummary(id, number, name, status);
    }
}
