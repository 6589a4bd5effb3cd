package coop.greffon.members.internal.store;

import coop.greffon.members.HouseholdRole;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

@Entity
@Table(name = "greffon_members_household_person")
public class StoredHouseholdPerson {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "householdPerson")
    @SequenceGenerator(
            name = "householdPerson",
            sequenceName = "greffon_members_household_person_seq",
            allocationSize = 50)
    private Long id;

    @Column(name = "household_id")
    private long householdId;

    @Column(name = "member_id")
    private long memberId;

    @Enumerated(EnumType.STRING)
    private HouseholdRole role;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    protected StoredHouseholdPerson() {}

    StoredHouseholdPerson(long householdId, long memberId, HouseholdRole role, LocalDate from, LocalDate to) {
        this.householdId = householdId;
        this.memberId = memberId;
        this.role = role;
        this.validFrom = from;
        this.validTo = to;
    }

    void end(LocalDate to) {
        this.validTo = to;
    }

    void moveTo(long newMemberId) {
        this.memberId = newMemberId;
    }

    long householdId() {
        return householdId;
    }

    long memberId() {
        return memberId;
    }

    HouseholdRole role() {
        return role;
    }

    LocalDate from() {
        return validFrom;
    }

    LocalDate to() {
        return validTo;
    }
}
