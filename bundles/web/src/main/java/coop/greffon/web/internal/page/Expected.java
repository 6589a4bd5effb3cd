package coop.greffon.web.internal.page;

import coop.greffon.core.message.Text;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells programs in words which values they may send. */
public final class Expected {
    private static final Set<Type> WHOLE = Set.of(
            int.class,
            Integer.class,
            long.class,
            Long.class,
            short.class,
            Short.class,
            byte.class,
            Byte.class,
            BigInteger.class);
    private static final Map<Type, Text> WORDS = Map.of(
            String.class, Text.of("web.problem.expected.text"),
            boolean.class, Text.of("web.problem.expected.boolean"),
            Boolean.class, Text.of("web.problem.expected.boolean"),
            double.class, Text.of("web.problem.expected.number"),
            float.class, Text.of("web.problem.expected.number"),
            LocalDate.class, Text.of("core.setting.remedy.example", "2026-11-21"),
            Instant.class, Text.of("core.setting.remedy.example", "2026-11-21T09:00:00Z"));

    private Expected() {}

    /** What a value of a type looks like in JSON or in an address. */
    public static Text of(Class<?> type) {
        if (type.isEnum()) {
            return oneOf(Arrays.asList(type.getEnumConstants()));
        }
        if (WORDS.containsKey(type)) {
            return WORDS.get(type);
        }
        if (WHOLE.contains(type)) {
            return Text.of("web.problem.expected.whole");
        }
        if (Number.class.isAssignableFrom(type)) {
            return Text.of("web.problem.expected.number");
        }
        return Collection.class.isAssignableFrom(type) || type.isArray()
                ? Text.of("web.problem.expected.list")
                : Text.of("web.problem.json-object");
    }

    /** One of some choices; null where there are none. */
    public static Text oneOf(Collection<?> choices) {
        List<String> named = choices == null
                ? List.of()
                : choices.stream().map(String::valueOf).toList();
        return named.isEmpty()
                ? null
                : Text.of("web.problem.one-of", named.stream().collect(Collectors.joining(", ")));
    }
}
