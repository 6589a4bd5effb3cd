package coop.greffon.members.internal.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

@Entity
@Table(name = "greffon_members_contact_person")
public class StoredContactPerson {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "contactPerson")
    @SequenceGenerator(name = "contactPerson", sequenceName = "greffon_members_contact_person_seq", allocationSize = 50)
    private Long id;

    @Column(name = "organisation_id")
    private long organisationId;

    @Column(name = "person_id")
    private long personId;

    @Column(name = "function_name")
    private String function;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    protected StoredContactPerson() {}

    StoredContactPerson(long organisationId, long personId, String function, LocalDate from, LocalDate to) {
        this.organisationId = organisationId;
        this.personId = personId;
        this.function = function;
        this.validFrom = from;
        this.validTo = to;
    }

    void end(LocalDate to) {
        this.validTo = to;
    }

    void replace(long oldMemberId, long newMemberId) {
        this.organisationId = organisationId == oldMemberId ? newMemberId : organisationId;
        this.personId = personId == oldMemberId ? newMemberId : personId;
    }

    long organisationId() {
        return organisationId;
    }

    long personId() {
        return personId;
    }

    String function() {
        return function;
    }

    LocalDate from() {
        return validFrom;
    }

    LocalDate to() {
        return validTo;
    }
}
