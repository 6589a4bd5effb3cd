package coop.greffon.members.internal.rules;

import coop.greffon.core.audit.FieldChange;
import coop.greffon.members.Address;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Countries are kept by their codes; people read their names. */
public final class CountryNames {
    private static final String ADDRESSES = "addresses";
    private static final String BETWEEN = " | ";

    /** The code ends the line of an address, before a remark and a reference where there are any. */
    private static final Pattern CODE = Pattern.compile("(?<=^|: |, )[A-Z]{2}(?= \\(| \\[|$)");

    private CountryNames() {}

    /** The addresses that a field of the history tells as {@link MemberChanges} wrote them down; any other field as it is. */
    public static FieldChange in(FieldChange field, Locale language) {
        return field.field().equals(ADDRESSES)
                ? new FieldChange(ADDRESSES, named(field.before(), language), named(field.after(), language))
                : field;
    }

    private static String named(String addresses, Locale language) {
        return addresses == null
                ? null
                : Stream.of(addresses.split(Pattern.quote(BETWEEN), -1))
                        .map(address -> CODE.matcher(address)
                                .replaceFirst(code -> Matcher.quoteReplacement(name(code.group(), language))))
                        .collect(Collectors.joining(BETWEEN));
    }

    private static String name(String code, Locale language) {
        return Address.main(null, null, null, code).line(language);
    }
}
