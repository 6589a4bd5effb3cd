package coop.greffon.shifts.internal.store.slot;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** A seat that each shift of a template has. */
@Entity
@Table(name = "greffon_shifts_template_seat")
public class StoredTemplateSeat {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "templateSeat")
    @SequenceGenerator(name = "templateSeat", sequenceName = "greffon_shifts_template_seat_seq", allocationSize = 50)
    private Long id;

    @Column(name = "template_id")
    private long templateId;

    private int position;

    private String skill;

    protected StoredTemplateSeat() {}

    StoredTemplateSeat(long templateId, int position, String skill) {
        this.templateId = templateId;
        this.position = position;
        this.skill = skill;
    }

    String skill() {
        return skill;
    }
}
