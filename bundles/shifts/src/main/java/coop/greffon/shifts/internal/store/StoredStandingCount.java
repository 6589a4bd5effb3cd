package coop.greffon.shifts.internal.store;

import coop.greffon.shifts.internal.rules.StatusCode;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** How many people stood somewhere at the end of a day. */
@Entity
@IdClass(StoredStandingCount.Key.class)
@Table(name = "greffon_shifts_standing_count")
public class StoredStandingCount {
    @Id
    @Column(name = "on_day")
    private LocalDate onDay;

    @Id
    @Enumerated(EnumType.STRING)
    private StatusCode standing;

    private int people;

    protected StoredStandingCount() {}

    StoredStandingCount(LocalDate onDay, StatusCode standing, int people) {
        this.onDay = onDay;
        this.standing = standing;
        this.people = people;
    }

    LocalDate onDay() {
        return onDay;
    }

    StatusCode standing() {
        return standing;
    }

    int people() {
        return people;
    }

    /** A day and a standing. */
    public static final class Key implements Serializable {
        private LocalDate onDay;
        private StatusCode standing;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(onDay, key.onDay) && standing == key.standing;
        }

        @Override
        public int hashCode() {
            return Objects.hash(onDay, standing);
        }
    }
}
