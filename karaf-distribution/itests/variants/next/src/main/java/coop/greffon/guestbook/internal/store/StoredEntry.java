package coop.greffon.guestbook.internal.store;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.persistence.Moments;
import coop.greffon.guestbook.Entry;
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
@Table(name = "greffon_guestbook_entry")
public class StoredEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entry")
    @SequenceGenerator(name = "entry", sequenceName = "greffon_guestbook_entry_seq", allocationSize = 50)
    private Long id;

    @Column(name = "written_at")
    private OffsetDateTime writtenAt;

    @Column(name = "member_id")
    private Long memberId;

    private String name;
    private String text;
    private String answer;

    protected StoredEntry() {}

    StoredEntry(Instant writtenAt, Long memberId, Actor by, String text) {
        this.writtenAt = Moments.stored(writtenAt);
        this.memberId = memberId;
        this.name = by.label();
        this.text = text;
    }

    void belongTo(long otherMemberId) {
        memberId = otherMemberId;
    }

    void answer(String words) {
        answer = words;
    }

    Entry view() {
        return new Entry(id, Moments.instant(writtenAt), name, text, answer);
    }
}
