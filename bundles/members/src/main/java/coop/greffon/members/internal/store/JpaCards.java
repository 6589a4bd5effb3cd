package coop.greffon.members.internal.store;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.validation.Validation;
import coop.greffon.members.Card;
import coop.greffon.members.CardCodes;
import coop.greffon.members.CardDraft;
import coop.greffon.members.CardEnding;
import coop.greffon.members.CardState;
import coop.greffon.members.Cards;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Cards in this bundle's tables. A member's row is locked while one of the member's cards changes. */
@Component(service = Cards.class)
public final class JpaCards implements Cards {
    private final JpaTemplate jpa;
    private final Audit audit;
    private final Validation validation;
    private final Clock clock;

    @Activate
    public JpaCards(
            @Reference(target = "(osgi.unit.name=members)") JpaTemplate jpa,
            @Reference Audit audit,
            @Reference Validation validation,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.audit = audit;
        this.validation = validation;
        this.clock = clock;
    }

    @Override
    public Card give(long memberId, CardDraft draft, Actor by) {
        validation.valid(draft);
        String code = CardCodes.normalise(draft.code());
        try {
            return jpa.txExpr(TransactionType.Required, em -> {
                StoredMember owner = JpaMembers.lock(em, memberId);
                StoredCard there = em.find(StoredCard.class, code);
                if (there != null) {
                    throw taken(code, there.memberId() == memberId);
                }
                if (leavesGap(em, memberId, draft.from())) {
                    throw new InvalidInput(FieldError.of("from", draft.from(), Text.of("members.card.gap")));
                }
                replaceActive(em, memberId, draft.from());
                var card = new StoredCard(code, draft.kind(), memberId, draft.from(), clock.instant());
                em.persist(card);
                reindex(em, owner, by);
                record(by, "members.audit.card-given", memberId, new FieldChange("card", null, code));
                return card.value();
            });
        } catch (PersistenceException collision) {
            Optional<Card> there = find(code);
            if (there.isPresent()) {
                throw taken(code, there.get().memberId() == memberId);
            }
            throw collision;
        }
    }

    private static InvalidInput taken(String code, boolean isOwn) {
        return new InvalidInput(
                FieldError.of("code", code, Text.of(isOwn ? "members.card.own" : "members.card.taken")));
    }

    /** One card is active at a time: until a later one begins, there would be none, or not the one that was to begin before. */
    private boolean leavesGap(EntityManager em, long memberId, LocalDate from) {
        return from.isAfter(today())
                && active(em, memberId).anyMatch(card -> card.value().from().isBefore(from));
    }

    private static Stream<StoredCard> active(EntityManager em, long memberId) {
        return em.createQuery("select c from StoredCard c where c.activeMemberId = :id", StoredCard.class)
                .setParameter("id", memberId)
                .getResultStream();
    }

    /** The database takes changes in an order of its own: the old card must be gone before the new one claims its place. */
    private static void replaceActive(EntityManager em, long memberId, LocalDate on) {
        active(em, memberId).forEach(active -> active.end(CardState.REPLACED, on, null));
        em.flush();
    }

    private void reindex(EntityManager em, StoredMember owner, Actor by) {
        em.flush();
        var member = new MemberReader(em).read(List.of(owner.id())).get(owner.id());
        new MemberWriter(em, clock.instant(), today(), by).reindex(owner, member);
    }

    @Override
    public Card end(String code, CardEnding ending, Actor by) {
        validation.valid(ending);
        CardState state = ending.state();
        if (state == CardState.ACTIVE) {
            throw new InvalidInput(FieldError.of("state", state, Text.of("members.card.end-active")));
        }
        return jpa.txExpr(TransactionType.Required, em -> {
            StoredCard card = lock(em, code);
            card.end(state, today(), ending.reason());
            record(
                    by,
                    "members.audit.card-ended",
                    card.memberId(),
                    new FieldChange("card", card.code(), null),
                    new FieldChange("state", null, state.name()),
                    new FieldChange("reason", null, card.value().reason()));
            return card.value();
        });
    }

    @Override
    public Card restore(String code, Actor by) {
        return jpa.txExpr(TransactionType.Required, em -> {
            StoredCard card = lock(em, code);
            if (card.state() != CardState.ACTIVE) {
                LocalDate from = card.value().from();
                if (leavesGap(em, card.memberId(), from)) {
                    throw new InvalidInput(
                            FieldError.of("card", card.code(), Text.of("members.card.restore-gap", from)));
                }
                replaceActive(em, card.memberId(), today());
                card.restore();
                record(by, "members.audit.card-restored", card.memberId(), new FieldChange("card", null, card.code()));
            }
            return card.value();
        });
    }

    private static StoredCard lock(EntityManager em, String code) {
        StoredCard card = em.find(StoredCard.class, CardCodes.normalise(code));
        if (card == null) {
            throw new NotFound(Text.of("members.card.unknown", code));
        }
        JpaMembers.lock(em, card.memberId());
        em.refresh(card);
        return card;
    }

    @Override
    public Optional<Card> find(String code) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> Optional.ofNullable(em.find(StoredCard.class, CardCodes.normalise(code)))
                        .map(StoredCard::value));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void record(Actor by, String action, long memberId, FieldChange... fields) {
        audit.record(by, action, JpaMembers.RECORD, Long.toString(memberId), List.of(fields));
    }
}
