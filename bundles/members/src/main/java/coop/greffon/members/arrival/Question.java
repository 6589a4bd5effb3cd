package coop.greffon.members.arrival;

import coop.greffon.core.message.Text;
import java.util.List;

/**
 * Something to ask at the door, such as "shop, work or both?".
 *
 * @param id its name, beginning with the module's: {@code shifts.purpose}
 * @param text the question
 * @param choices what may be answered, the likeliest first; a message {@code <id>.<value>} is how the answer is told later, to whoever
 *     takes their data away
 */
public record Question(String id, Text text, List<Choice> choices) {
    /**
     * An answer.
     *
     * @param value its name
     * @param label what its button says
     */
    public record Choice(String value, Text label) {}

    public Question {
        choices = List.copyOf(choices);
    }
}
