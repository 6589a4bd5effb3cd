package coop.greffon.members.internal.store;

import coop.greffon.core.persistence.Moments;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

@Entity
@Table(name = "greffon_members_household")
public class StoredHousehold {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "household")
    @SequenceGenerator(name = "household", sequenceName = "greffon_members_household_seq", allocationSize = 50)
    private Long id;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    protected StoredHousehold() {}

    StoredHousehold(Instant now) {
        this.createdAt = Moments.stored(now);
    }

    long id() {
        return id;
    }
}
