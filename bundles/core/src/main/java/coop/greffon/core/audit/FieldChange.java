package coop.greffon.core.audit;

import java.util.Set;

/**
 * One field, before and after.
 *
 * @param field its name
 * @param before null where it was empty
 * @param after null where it is empty now
 */
public record FieldChange(String field, String before, String after) {
    private static final Set<String> DAYS = Set.of("on", "from", "to", "until", "birthDate");

    /** Whether it holds a day; in other fields what looks like one may be a number or a name. */
    public boolean holdsDay() {
        return DAYS.contains(field);
    }
}
