package coop.greffon.members.internal.importing.columns;

import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.rules.Folding;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** The headings known for each field. */
final class Headings {
    private static final String KNOWN = "/GREFFON-INF/import/headings.properties";

    private static final String LEFT_OUT = "left-out";

    private static final String OTHERS = "others";

    private final Map<String, Field> fieldByHeading;
    private final Set<String> others;
    private final Set<String> leftOut;

    private Headings(Map<String, Field> fieldByHeading, Set<String> others, Set<String> leftOut) {
        this.fieldByHeading = fieldByHeading;
        this.others = others;
        this.leftOut = leftOut;
    }

    static Headings load() {
        var known = new Properties();
        try (var reader = new InputStreamReader(Headings.class.getResourceAsStream(KNOWN), StandardCharsets.UTF_8)) {
            known.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The bundle cannot read its own " + KNOWN, unreadable);
        }
        var others = allOf((String) known.remove(OTHERS));
        var leftOut = allOf((String) known.remove(LEFT_OUT));
        var fieldByHeading = new HashMap<String, Field>();
        known.forEach((key, headings) -> {
            var field = Field.ofKey((String) key).orElseThrow();
            for (var heading : ((String) headings).split("\\|", -1)) {
                var former = fieldByHeading.put(plain(heading), field);
                if (former != null && former != field) {
                    throw new IllegalStateException(heading + " stands for both " + former + " and " + field);
                }
            }
        });
        return new Headings(fieldByHeading, others, leftOut);
    }

    Optional<Field> fieldOf(String heading) {
        var field = fieldByHeading.get(plain(heading));
        int slash = heading.lastIndexOf('/');
        if (field != null || slash < 0) {
            return Optional.ofNullable(field);
        }
        var relation = fieldByHeading.get(plain(heading.substring(0, slash)));
        var part = fieldByHeading.get(plain(heading.substring(slash + 1)));
        return ofRelation(relation, part);
    }

    private static Set<String> allOf(String headings) {
        return Arrays.stream(headings.split("\\|", -1)).map(Headings::plain).collect(Collectors.toSet());
    }

    /** Whether the heading is that of what comes after the first value of a list. */
    boolean isOfOthers(String heading) {
        return others.contains(plain(heading));
    }

    /** Whether our own export has the heading for people only. */
    boolean isLeftOut(String heading) {
        return leftOut.contains(plain(heading));
    }

    private static Optional<Field> ofRelation(Field relation, Field part) {
        if (relation == Field.COUNTRY && (part == Field.EXTERNAL_ID || isName(part))) {
            return Optional.of(Field.COUNTRY);
        }
        if (relation == Field.PARENT_NAME || relation == Field.TAGS) {
            var identifiers = relation == Field.TAGS ? Field.TAG_IDS : Field.PARENT_ID;
            return part == Field.EXTERNAL_ID
                    ? Optional.of(identifiers)
                    : Optional.of(relation).filter(names -> isName(part));
        }
        return Optional.empty();
    }

    private static boolean isName(Field part) {
        return part == Field.NAME || part == Field.DISPLAY_NAME;
    }

    /** What counts in a heading: its letters and digits, without accents and case. */
    static String plain(String heading) {
        return Folding.fold(heading);
    }
}
