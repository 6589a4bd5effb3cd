package coop.greffon.web;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Countries are kept by their codes; people read their names. */
final class CountryNames {
    /** The code ends the line of an address, before a remark and a reference where there are any. */
    private static final Pattern CODE = Pattern.compile("(?<=^|: |, )[A-Z]{2}(?= \\(| \\[|$)");

    private CountryNames() {}

    /** One address as a history tells it, with the name of its country in place of the code. */
    static String in(String address, Locale language) {
        return CODE.matcher(address).replaceFirst(code -> Matcher.quoteReplacement(name(code.group(), language)));
    }

    private static String name(String code, Locale language) {
        return new Locale("", code).getDisplayCountry(language);
    }
}
