package coop.greffon.members.internal.store;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.file.FileDraft;
import coop.greffon.core.file.FileRule;
import coop.greffon.core.file.FileStore;
import coop.greffon.core.file.StoredFile;
import coop.greffon.core.identity.Actor;
import coop.greffon.members.internal.photo.Portrait;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Photos, as files of core beside the record that names the one it has. */
@Component(service = MemberPhotos.class)
public class MemberPhotos {
    private static final String MODULE = "members";
    private static final int TAG_LENGTH = 16;

    private final JpaTemplate jpa;
    private final FileStore files;
    private final Audit audit;

    @Activate
    public MemberPhotos(
            @Reference(target = "(osgi.unit.name=members)") JpaTemplate jpa,
            @Reference FileStore files,
            @Reference Audit audit) {
        this.jpa = jpa;
        this.files = files;
        this.audit = audit;
    }

    private static String key(long memberId, boolean small) {
        return "member/" + memberId + (small ? "/thumbnail" : "/photo");
    }

    /**
     * Gives a record a photo, in the place of the one it had.
     *
     * @throws coop.greffon.core.problem.NotFound where there is nobody of that id
     */
    public void put(long memberId, Portrait portrait, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredMember row = JpaMembers.lock(em, memberId);
            StoredFile photo = put(key(memberId, false), portrait.large());
            put(key(memberId, true), portrait.small());
            row.setPhoto(photo.sha256().substring(0, TAG_LENGTH));
            audit.record(by, "members.audit.photo-set", JpaMembers.RECORD, Long.toString(memberId), List.of());
        });
    }

    private StoredFile put(String key, InputStream content) {
        return files.put(new FileDraft(MODULE, key, "photo.jpg", FileRule.PHOTO), content);
    }

    /** Takes the photo of a record away; nothing where it has none. */
    public void remove(long memberId, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredMember row = JpaMembers.lock(em, memberId);
            if (row.photo() != null) {
                row.setPhoto(null);
                files.remove(MODULE, key(memberId, false));
                files.remove(MODULE, key(memberId, true));
                audit.record(by, "members.audit.photo-removed", JpaMembers.RECORD, Long.toString(memberId), List.of());
            }
        });
    }

    /** Hands the photo of a record that goes to one that stays, unless that has one. */
    public void move(long from, long into, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            StoredMember going = JpaMembers.lock(em, from);
            StoredMember staying = JpaMembers.lock(em, into);
            if (going.photo() != null && staying.photo() == null) {
                for (boolean small : new boolean[] {false, true}) {
                    find(from, small).ifPresent(file -> put(key(into, small), files.open(file.id())));
                }
                staying.setPhoto(going.photo());
            }
            remove(from, by);
        });
    }

    /**
     * The file of a photo.
     *
     * @param small whether the thumbnail is wanted
     */
    public Optional<StoredFile> find(long memberId, boolean small) {
        return files.find(MODULE, key(memberId, small));
    }

    /** Its content, closed by the caller. */
    public InputStream open(StoredFile file) {
        return files.open(file.id());
    }
}
