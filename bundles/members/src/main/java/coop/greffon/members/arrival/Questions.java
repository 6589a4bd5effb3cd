package coop.greffon.members.arrival;

import java.util.List;

/**
 * What to ask somebody at the door.
 *
 * @param asked the questions, all listeners together
 * @param notChecked the modules that might have asked something and did not answer
 */
public record Questions(List<Question> asked, List<String> notChecked) {
    public Questions {
        asked = List.copyOf(asked);
        notChecked = List.copyOf(notChecked);
    }
}
