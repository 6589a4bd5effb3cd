package coop.greffon.members.internal.store;

import coop.greffon.members.MailAddress;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

@Entity
@IdClass(Place.class)
@Table(name = "greffon_members_mail")
public class StoredMail implements Placed<MailAddress> {
    @Id
    @Column(name = "member_id")
    private long memberId;

    @Id
    private int position;

    private String address;
    private String label;

    protected StoredMail() {}

    StoredMail(long memberId, int position, MailAddress mail) {
        this.memberId = memberId;
        this.position = position;
        write(mail);
    }

    @Override
    public final void write(MailAddress mail) {
        this.address = mail.address();
        this.label = mail.label();
    }

    @Override
    public MailAddress value() {
        return new MailAddress(address, label);
    }

    @Override
    public long memberId() {
        return memberId;
    }
}
