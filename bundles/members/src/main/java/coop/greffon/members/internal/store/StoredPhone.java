package coop.greffon.members.internal.store;

import coop.greffon.members.Phone;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

@Entity
@IdClass(Place.class)
@Table(name = "greffon_members_phone")
public class StoredPhone implements Placed<Phone> {
    @Id
    @Column(name = "member_id")
    private long memberId;

    @Id
    private int position;

    private String number;
    private String label;

    protected StoredPhone() {}

    StoredPhone(long memberId, int position, Phone phone) {
        this.memberId = memberId;
        this.position = position;
        write(phone);
    }

    @Override
    public final void write(Phone phone) {
        this.number = phone.number();
        this.label = phone.label();
    }

    @Override
    public Phone value() {
        return new Phone(number, label);
    }

    @Override
    public long memberId() {
        return memberId;
    }
}
