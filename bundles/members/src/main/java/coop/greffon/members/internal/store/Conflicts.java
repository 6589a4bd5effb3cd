package coop.greffon.members.internal.store;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.members.CardCodes;
import coop.greffon.members.ExternalId;
import coop.greffon.members.NewMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;

/** Finds what somebody else has already: a number, a card, an external id. One query per kind, however many members are asked about. */
final class Conflicts {
    private final EntityManager em;

    Conflicts(EntityManager em) {
        this.em = em;
    }

    /** What a new member may not have. */
    List<FieldError> of(NewMember member) {
        return of(List.of(member)).get(0);
    }

    /** What new members may not have, each in its turn; what two of them share is the second one's fault. */
    List<List<FieldError>> of(List<NewMember> members) {
        Map<String, String> numbers = owners(members.stream()
                .map(member -> member.details().number())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Set<String> codes = found(
                "select c.code from StoredCard c where c.code in :keys",
                members.stream()
                        .flatMap(member -> member.cards().stream())
                        .map(card -> CardCodes.normalise(card.code()))
                        .collect(Collectors.toSet()));
        Set<String> externalIds = found(
                "select concat(e.source, ':', e.externalId) from StoredExternalId e where e.externalId in :keys",
                members.stream()
                        .flatMap(member -> member.externalIds().stream())
                        .map(ExternalId::id)
                        .collect(Collectors.toSet()));
        List<List<FieldError>> errors = new ArrayList<>();
        for (NewMember member : members) {
            List<FieldError> own = new ArrayList<>();
            String number = member.details().number();
            String owner = number == null
                    ? null
                    : numbers.putIfAbsent(number, member.details().name());
            if (owner != null) {
                own.add(FieldError.of("details.number", number, Text.of("members.rule.number-taken", owner)));
            }
            for (int i = 0; i < member.externalIds().size(); i++) {
                ExternalId externalId = member.externalIds().get(i);
                if (!externalIds.add(externalId.source() + ":" + externalId.id())) {
                    own.add(FieldError.of(
                            "externalIds[" + i + "]", externalId.id(), Text.of("members.rule.external-id-taken")));
                }
            }
            for (int i = 0; i < member.cards().size(); i++) {
                String code = CardCodes.normalise(member.cards().get(i).code());
                if (!codes.add(code)) {
                    own.add(FieldError.of("cards[" + i + "].code", code, Text.of("members.card.taken")));
                }
            }
            errors.add(own);
        }
        return errors;
    }

    /** What somebody who is written down already may not be numbered. */
    List<FieldError> ofNumber(String number, long id) {
        return number == null ? List.of() : ofNumbers(Map.of(id, number)).getOrDefault(id, List.of());
    }

    /** The same of many, by id; who may have the number is missing. */
    Map<Long, List<FieldError>> ofNumbers(Map<Long, String> numbers) {
        Map<String, Long> owners = new HashMap<>();
        for (StoredMember other : holders(new HashSet<>(numbers.values()))) {
            owners.put(other.number(), other.id());
        }
        Map<Long, List<FieldError>> errors = new HashMap<>();
        numbers.forEach((id, number) -> {
            Long owner = owners.putIfAbsent(number, id);
            if (owner != null && !owner.equals(id)) {
                String name = em.find(StoredMember.class, owner).name();
                errors.put(id, List.of(FieldError.of("number", number, Text.of("members.rule.number-taken", name))));
            }
        });
        return errors;
    }

    private Map<String, String> owners(Set<String> numbers) {
        Map<String, String> names = new HashMap<>();
        for (StoredMember other : holders(numbers)) {
            names.put(other.number(), other.name());
        }
        return names;
    }

    private List<StoredMember> holders(Set<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : em.createQuery("select m from StoredMember m where m.number in :keys", StoredMember.class)
                        .setParameter("keys", numbers)
                        .getResultList();
    }

    private Set<String> found(String query, Collection<String> keys) {
        return keys.isEmpty()
                ? new HashSet<>()
                : new HashSet<>(em.createQuery(query, String.class)
                        .setParameter("keys", keys)
                        .getResultList());
    }
}
