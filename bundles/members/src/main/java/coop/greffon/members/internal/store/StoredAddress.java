package coop.greffon.members.internal.store;

import coop.greffon.members.Address;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

@Entity
@IdClass(Place.class)
@Table(name = "greffon_members_address")
public class StoredAddress implements Placed<Address> {
    @Id
    @Column(name = "member_id")
    private long memberId;

    @Id
    private int position;

    @Enumerated(EnumType.STRING)
    private Address.Kind kind;

    private String recipient;
    private String street;
    private String street2;
    private String postcode;
    private String city;
    private String country;
    private String remark;
    private String reference;

    protected StoredAddress() {}

    StoredAddress(long memberId, int position, Address address) {
        this.memberId = memberId;
        this.position = position;
        write(address);
    }

    @Override
    public final void write(Address address) {
        this.kind = address.kind();
        this.recipient = address.recipient();
        this.street = address.street();
        this.street2 = address.street2();
        this.postcode = address.postcode();
        this.city = address.city();
        this.country = address.country();
        this.remark = address.remark();
        this.reference = address.reference();
    }

    @Override
    public Address value() {
        return new Address(kind, recipient, street, street2, postcode, city, country, remark, reference);
    }

    @Override
    public long memberId() {
        return memberId;
    }
}
