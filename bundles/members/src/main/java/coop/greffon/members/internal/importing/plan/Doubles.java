package coop.greffon.members.internal.importing.plan;

import coop.greffon.core.message.Text;
import coop.greffon.members.MemberKind;
import coop.greffon.members.internal.importing.cells.ReadLine;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.MemberDetails;
import coop.greffon.members.internal.importing.model.MemberDetails.Identity;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.ArrayList;
import java.util.List;

/** Finds what one file gives twice. */
final class Doubles {
    private final FileIndex index;

    Doubles(FileIndex index) {
        this.index = index;
    }

    /** What is left of the identity, and what was wrong with it. */
    record Finding(MemberDetails details, List<Problem> problems) {}

    Finding check(int record, ReadLine line) {
        var problems = new ArrayList<Problem>();
        var details = line.details();
        var identity = details.identity();
        int identified = identity.externalId().isEmpty() ? record : index.firstWithIdentifier(identity.externalId());
        if (identified != record) {
            problems.add(twice(Field.EXTERNAL_ID, Reason.EXTERNAL_ID_TWICE, identity.externalId(), identified));
            return new Finding(details, problems);
        }
        var number = number(record, details, problems);
        var cards = cards(record, identity, problems);
        int person = line.isAddress() ? record : index.firstOfPerson(line, record);
        if (person != record) {
            // Nothing would tell the two from one another at the next import.
            var reason = FileIndex.isWithoutKey(details) ? Reason.SAME_LINE_TWICE : Reason.SAME_PERSON_TWICE;
            problems.add(twice(null, reason, line.label(), person));
        }
        return new Finding(details.with(new Identity(identity.externalId(), number, cards)), problems);
    }

    /** A number is one member's only. A supplier's reference that happens to be one is left out, and no more. */
    private String number(int record, MemberDetails details, List<Problem> problems) {
        var number = details.identity().number();
        int owner = number.isEmpty() ? record : index.ownerOfNumber(number);
        if (owner == record) {
            return number;
        }
        boolean reference = details.naming().kind() == MemberKind.ORGANISATION && !index.isOrganisation(owner);
        var reason = reference ? Reason.NUMBER_OF_A_PERSON : Reason.NUMBER_TWICE;
        problems.add(
                reference
                        ? Problem.of(Field.NUMBER, reason, number, Text.of("members.import.line", line(owner)))
                        : twice(Field.NUMBER, reason, number, owner));
        return reference ? "" : number;
    }

    private List<String> cards(int record, Identity identity, List<Problem> problems) {
        var cards = new ArrayList<String>();
        for (var card : identity.cards()) {
            int first = index.firstWithCard(card);
            if (first == record) {
                cards.add(card);
            } else {
                problems.add(twice(Field.CARD, Reason.CARD_TWICE, card, first));
            }
        }
        return cards;
    }

    private Problem twice(Field field, Reason reason, String value, int first) {
        return Problem.of(field, reason, value, line(first));
    }

    private Long line(int record) {
        return index.lineOf(record);
    }
}
