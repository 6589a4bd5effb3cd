package coop.greffon.members.internal.store;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.members.CardCodes;
import coop.greffon.members.ExternalId;
import coop.greffon.members.NewMember;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.EntityManager;

/** Finds what somebody else has already: a number, a card, an external id. */
final class Conflicts {
    private final EntityManager em;

    Conflicts(EntityManager em) {
        this.em = em;
    }

    /** What a new member may not have. */
    List<FieldError> of(NewMember member) {
        List<FieldError> errors = new ArrayList<>();
        addNumber(errors, "details.number", member.details().number(), null);
        for (int i = 0; i < member.externalIds().size(); i++) {
            ExternalId externalId = member.externalIds().get(i);
            if (em.find(StoredExternalId.class, new StoredExternalId.Key(externalId)) != null) {
                errors.add(FieldError.of(
                        "externalIds[" + i + "]", externalId.id(), Text.of("members.rule.external-id-taken")));
            }
        }
        for (int i = 0; i < member.cards().size(); i++) {
            String code = CardCodes.normalise(member.cards().get(i).code());
            if (em.find(StoredCard.class, code) != null) {
                errors.add(FieldError.of("cards[" + i + "].code", code, Text.of("members.card.taken")));
            }
        }
        return errors;
    }

    /**
     * What somebody may not be numbered.
     *
     * @param id who, null for somebody new
     */
    List<FieldError> ofNumber(String number, Long id) {
        List<FieldError> errors = new ArrayList<>();
        addNumber(errors, "number", number, id);
        return errors;
    }

    private void addNumber(List<FieldError> errors, String field, String number, Long id) {
        if (number == null) {
            return;
        }
        em.createQuery("select m from StoredMember m where m.number = :number", StoredMember.class)
                .setParameter("number", number)
                .getResultStream()
                .filter(other -> id == null || other.id() != id)
                .findFirst()
                .ifPresent(other -> errors.add(FieldError.of(
                        field,
                        number,
                        Text.of(
                                "members.rule.number-taken",
                                new MemberReader(em)
                                        .read(List.of(other.id()))
                                        .get(other.id())
                                        .name()))));
    }
}
