package coop.greffon.itests.site;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One method of one address, as a resource of a shipped bundle declares it.
 *
 * @param method such as {@code POST}
 * @param template the address, such as <code>/members/{id: \d+}/edit</code>
 * @param mediaType what kind of body it takes
 * @param access who may enter
 * @param permission what {@link Access#PERMISSION} asks for, otherwise empty
 */
public record Route(String method, String template, String mediaType, Access access, Optional<String> permission) {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?:\\s*:\\s*([^{}]+(?:\\{[^{}]*}[^{}]*)*))?}");

    /** Who may enter. */
    public enum Access {
        /** Anybody. */
        OPEN,
        /** Whoever is signed in. */
        SIGNED_IN,
        /** Whoever has the permission. */
        PERMISSION
    }

    /** Whether programs rather than people ask here. */
    public boolean isForPrograms() {
        return template.startsWith("/api/");
    }

    /** How many places of the address are to be filled in. */
    public long variables() {
        return VARIABLE.matcher(template).results().count();
    }

    /** The address with every place filled in: by a number where only numbers are taken. */
    public String with(String number, String text) {
        return VARIABLE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(value(place, number, text)));
    }

    // A choice of words, such as a file's format, gets the first of them; a number of few digits gets one.
    private static String value(MatchResult place, String number, String text) {
        String shape = place.group(2);
        if (shape == null) {
            return text;
        }
        if (number.matches(shape)) {
            return number;
        }
        return shape.contains("\\d") ? "9" : shape.split("\\|", -1)[0];
    }

    /** Whether a path is this address with its places filled in. */
    public boolean matches(String path) {
        var pattern = new StringBuilder();
        Matcher place = VARIABLE.matcher(template);
        int end = 0;
        while (place.find()) {
            pattern.append(Pattern.quote(template.substring(end, place.start())));
            pattern.append('(')
                    .append(place.group(2) == null ? "[^/]+" : place.group(2))
                    .append(')');
            end = place.end();
        }
        pattern.append(Pattern.quote(template.substring(end)));
        return path.matches(pattern.toString());
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
