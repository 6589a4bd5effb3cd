package coop.greffon.members.internal.importing.plan;

import coop.greffon.core.message.Text;
import coop.greffon.members.internal.importing.model.MemberDetails;
import coop.greffon.members.internal.importing.model.Problem;
import java.time.LocalDate;
import java.util.List;

/** The rules that hold for every member, whoever enters it: by form, by import or by a program. */
@FunctionalInterface
public interface MemberCheck {
    /**
     * What forbids to store the details.
     *
     * @return problems of the reason {@link coop.greffon.members.internal.importing.model.Reason#AGAINST_THE_RULES}, each with
     *     the sentence of the rule
     */
    List<Problem> problemsOf(MemberDetails wanted);

    /**
     * What must be settled before somebody leaves.
     *
     * @param on the first day as a former member
     * @return sentences, empty where nothing stands in the way
     */
    default List<Text> unsettled(long memberId, LocalDate on) {
        return List.of();
    }
}
