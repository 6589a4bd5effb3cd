package coop.greffon.members.internal.store;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.persistence.Moments;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.members.Member;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import javax.persistence.EntityManager;

/** Requests that a caller may send again when it did not hear the answer. */
final class Requests {
    private static final int LONGEST_KEY = 100;

    private final EntityManager em;
    private final Instant now;

    Requests(EntityManager em, Instant now) {
        this.em = em;
        this.now = now;
    }

    /** Does the work, unless that very request did it before: then its answer is given again. */
    Member once(String key, Actor by, Object content, Supplier<Member> work) {
        if (key == null) {
            return work.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new InvalidInput(FieldError.of("Idempotency-Key", key, Text.of("members.request.key", LONGEST_KEY)));
        }
        String own = by.ownerKey() + ":" + key;
        String hash = hash(content);
        // Of two at once the second waits here until the first one is done.
        int inserted = em.createNativeQuery(
                        "insert into greffon_members_request (request_key, content_hash, received_at)"
                                + " values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, own)
                .setParameter(2, hash)
                .setParameter(3, Moments.stored(now))
                .executeUpdate();
        StoredRequest request = em.find(StoredRequest.class, own);
        if (inserted == 0) {
            return repeated(request, key, hash);
        }
        Member created = work.get();
        request.answer(created.id());
        return created;
    }

    private Member repeated(StoredRequest request, String key, String hash) {
        if (!request.contentHash().equals(hash)) {
            throw new InvalidInput(FieldError.of("Idempotency-Key", key, Text.of("members.request.other-content")));
        }
        return new MemberReader(em).read(List.of(request.memberId())).get(request.memberId());
    }

    private static String hash(Object content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
