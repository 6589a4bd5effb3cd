package coop.greffon.web.internal.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of colours that meets on a page, by the contrast of WCAG 2.2 (1.4.3 and 1.4.11), in light, dark and print. */
class PaletteTest {
    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;
    /** What a kiosk asks for: it is read standing up, from a metre away. */
    private static final double KIOSK = 7;

    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): ([^;{}]+);");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    private static final String CSS = StaticFile.text("greffon.css");

    private record Pair(String theme, String front, String back, double least) {}

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void frontIsReadableOnBack(Pair pair) {
        Map<String, String> colours = themes().get(pair.theme());
        assertThat(contrast(colours.get(pair.front()), colours.get(pair.back())))
                .isGreaterThanOrEqualTo(pair.least());
    }

    /** The scale itself: black on white is 21, and the two greys on either side of 4.5 on white are known. */
    @ParameterizedTest
    @CsvSource({"#000000, #ffffff, 21.00", "#ffffff, #ffffff, 1.00", "#767676, #ffffff, 4.54", "#777777, #ffffff, 4.48"
    })
    void contrastIsThatOfTheStandard(String front, String back, double expected) {
        assertThat(contrast(front, back)).isCloseTo(expected, within(0.005));
        assertThat(contrast(back, front)).isEqualTo(contrast(front, back));
    }

    @Test
    void aCoOpFindsTheShippedValuesInTheThemeFile() {
        String theme = StaticFile.text("theme.css");
        Map<String, String> shipped = declarations(theme);
        assertThat(shipped).hasSize(8);
        shipped.forEach((name, value) -> assertThat(CSS).as(name).contains("var(--" + name + ", " + value + ")"));
    }

    static Stream<Pair> pairs() {
        return Stream.of("light", "dark", "print").flatMap(PaletteTest::pairs);
    }

    private static Stream<Pair> pairs(String theme) {
        List<String> grounds = List.of("paper", "surface", "sunk");
        List<String> tones = List.of("ok", "warn", "deny", "info");
        List<String> toneGrounds = tones.stream().map(tone -> tone + "-bg").toList();
        Stream<Pair> texts = Stream.of("ink", "soft", "brand")
                .flatMap(front -> grounds.stream().map(back -> new Pair(theme, front, back, TEXT)));
        Stream<Pair> notices = toneGrounds.stream()
                .flatMap(back -> Stream.of(new Pair(theme, "ink", back, KIOSK), new Pair(theme, "soft", back, TEXT)));
        Stream<Pair> states = tones.stream()
                .flatMap(tone ->
                        Stream.of(tone + "-bg", "surface", "paper").map(back -> new Pair(theme, tone, back, TEXT)));
        Stream<Pair> shapes = Stream.of("edge", "focus")
                .flatMap(front -> grounds.stream().map(back -> new Pair(theme, front, back, SHAPE)));
        Stream<Pair> marks = Stream.of(
                new Pair(theme, "on-brand", "brand", KIOSK),
                new Pair(theme, "on-head", "head", KIOSK),
                new Pair(theme, "ink", "paper", KIOSK),
                new Pair(theme, "on-accent", "accent", TEXT),
                new Pair(theme, "accent", "head", SHAPE));
        return Stream.of(texts, notices, states, shapes, marks).flatMap(pairs -> pairs);
    }

    private static Map<String, Map<String, String>> themes() {
        Map<String, String> light = new HashMap<>();
        Map<String, String> dark = new HashMap<>();
        String tokens = CSS.substring(CSS.indexOf("--brand:"), CSS.indexOf("--font:"));
        declarations(tokens).forEach((name, value) -> {
            List<String> colours =
                    COLOUR.matcher(value).results().map(found -> found.group()).toList();
            light.put(name, colours.get(0));
            dark.put(name, colours.get(colours.size() - 1));
        });
        Map<String, String> print = new HashMap<>(light);
        String printed = CSS.substring(CSS.indexOf("@media print"));
        print.putAll(declarations(printed.substring(printed.indexOf(":root"), printed.indexOf("html"))));
        return Map.of("light", light, "dark", dark, "print", print);
    }

    private static Map<String, String> declarations(String css) {
        Map<String, String> found = new HashMap<>();
        Matcher matcher = TOKEN.matcher(css);
        while (matcher.find()) {
            found.put(matcher.group(1), matcher.group(2));
        }
        return found;
    }

    private static double contrast(String one, String other) {
        double brighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (brighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
