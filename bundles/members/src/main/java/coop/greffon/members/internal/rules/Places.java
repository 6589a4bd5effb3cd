package coop.greffon.members.internal.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads countries and languages, which people and files give as codes or by their names in the reader's language. */
public final class Places {
    private static final List<Locale> TONGUES =
            List.of(Locale.FRENCH, Locale.ENGLISH, Locale.forLanguageTag("nl"), Locale.GERMAN);
    private static final Set<String> COUNTRY_CODES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGE_CODES = Set.of(Locale.getISOLanguages());
    private static final Map<String, String> COUNTRIES = countries();
    private static final Map<String, String> LANGUAGES = languages();
    private static final Pattern LANGUAGE_CODE = Pattern.compile("([a-z]{2})(?:[_@-].*)?");

    private Places() {}

    private static Map<String, String> countries() {
        var codes = new HashMap<String, String>();
        for (var code : COUNTRY_CODES) {
            for (var tongue : TONGUES) {
                codes.put(
                        Folding.fold(
                                new Locale.Builder().setRegion(code).build().getDisplayCountry(tongue)),
                        code);
            }
        }
        codes.putAll(Map.of("uk", "GB", "usa", "US", "etats unis d amerique", "US", "hollande", "NL", "holland", "NL"));
        codes.putAll(Map.of("grande bretagne", "GB", "angleterre", "GB", "great britain", "GB"));
        return Map.copyOf(codes);
    }

    private static Map<String, String> languages() {
        var codes = new HashMap<String, String>();
        for (var code : LANGUAGE_CODES) {
            for (var tongue : TONGUES) {
                codes.put(Folding.fold(Locale.forLanguageTag(code).getDisplayLanguage(tongue)), code);
            }
        }
        codes.put("flamand", "nl");
        return Map.copyOf(codes);
    }

    /** The code of ISO 3166, from it, from the country's name, or from Odoo's {@code base.fr}. */
    public static Optional<String> country(String text) {
        var name = Folding.fold(text.startsWith("base.") ? text.substring("base.".length()) : text);
        var code = name.toUpperCase(Locale.ROOT);
        return COUNTRY_CODES.contains(code) ? Optional.of(code) : Optional.ofNullable(COUNTRIES.get(name));
    }

    /** The two-letter code of ISO 639, from {@code fr_FR} or the language's name, perhaps followed by its own. */
    public static Optional<String> language(String text) {
        var code = LANGUAGE_CODE.matcher(text.strip());
        if (code.matches() && LANGUAGE_CODES.contains(code.group(1))) {
            return Optional.of(code.group(1));
        }
        var name = text.split("[/(]", 2)[0];
        return Optional.ofNullable(LANGUAGES.get(Folding.fold(name)));
    }
}
