package coop.greffon.web.table;

import coop.greffon.core.message.Text;
import java.util.List;
import java.util.function.Supplier;

/**
 * A filter above a table; its value stands in the address.
 *
 * @param key its name in the address
 * @param label the message key of its label
 * @param options what may be chosen, null for a field to type into
 */
public record Filter(String key, String label, Supplier<List<Option>> options) {
    /**
     * Something to choose.
     *
     * @param value what the address holds
     * @param label what people read
     */
    public record Option(String value, Text label) {}

    /** A field to type into. */
    public static Filter search(String key, String label) {
        return new Filter(key, label, null);
    }

    /** A list to choose from; the empty choice is added. */
    public static Filter choice(String key, String label, Supplier<List<Option>> options) {
        return new Filter(key, label, options);
    }
}
