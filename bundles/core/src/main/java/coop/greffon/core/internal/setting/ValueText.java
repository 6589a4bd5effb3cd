package coop.greffon.core.internal.setting;

import coop.greffon.core.message.Text;
import coop.greffon.core.setting.SettingInfo;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns what people type into values and values into the one text that is kept. */
final class ValueText {
    private static final Pattern MAIL =
            Pattern.compile("[^@\\s<>,;:\"()\\[\\]\\\\]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final DateTimeFormatter FRENCH_DATE =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Map<String, Boolean> YES_NO = Map.of(
            "true", true, "yes", true, "oui", true, "on", true, "false", false, "no", false, "non", false, "off",
            false);

    private ValueText() {}

    /**
     * The value of a text.
     *
     * @param javaType the type the declaration wants
     * @param typed not blank
     */
    static Object parse(SettingInfo info, Class<?> javaType, String typed) throws Unfit {
        String text = typed.strip();
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw error("characters", null);
        }
        return switch (info.type()) {
            case TEXT, SECRET -> sized(info, text);
            case WHOLE -> whole(info, javaType, text);
            case DECIMAL -> decimal(info, text);
            case YES_NO -> yesNo(text);
            case CHOICE -> choice(info, javaType, text);
            case LANGUAGE -> Locale.forLanguageTag(info.options().isEmpty() ? text : option(info, text));
            case DATE -> date(text);
            case TIME -> time(text);
            case ZONE -> zone(text);
            case ADDRESS -> address(info, text);
            case MAIL -> mail(text);
        };
    }

    /** The text that is kept of a value. */
    static String of(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        } else if (value instanceof Locale language) {
            return language.toLanguageTag();
        }
        return value instanceof Enum<?> option ? option.name() : value.toString();
    }

    private static String sized(SettingInfo info, String text) throws Unfit {
        BigDecimal length = BigDecimal.valueOf(text.length());
        if (isOutside(info, length)) {
            throw error("length", bounds("length", info));
        }
        return text;
    }

    private static Object whole(SettingInfo info, Class<?> javaType, String text) throws Unfit {
        long number;
        try {
            number = Long.parseLong(withoutSpaces(text));
        } catch (NumberFormatException notOne) {
            throw error("whole", bounds("number", info));
        }
        boolean isInt = javaType == int.class || javaType == Integer.class;
        if (isOutside(info, BigDecimal.valueOf(number)) || (isInt && number != (int) number)) {
            throw error("range", bounds("number", info));
        }
        return isInt ? (Object) (int) number : (Object) number;
    }

    private static BigDecimal decimal(SettingInfo info, String text) throws Unfit {
        String plain = withoutSpaces(text).replace(',', '.');
        if (!plain.matches("[-+]?\\d{1,15}(\\.\\d{1,10})?")) {
            throw error("decimal", bounds("number", info));
        }
        BigDecimal number = new BigDecimal(plain);
        if (isOutside(info, number)) {
            throw error("range", bounds("number", info));
        }
        return number;
    }

    private static String withoutSpaces(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]", "");
    }

    private static Boolean yesNo(String text) throws Unfit {
        Boolean value = YES_NO.get(text.toLowerCase(Locale.ROOT));
        if (value == null) {
            throw error("yes-no", Text.of("core.setting.remedy.choice", "true, false"));
        }
        return value;
    }

    private static Object choice(SettingInfo info, Class<?> javaType, String text) throws Unfit {
        String chosen = option(info, text);
        return javaType.isEnum()
                ? Arrays.stream(javaType.getEnumConstants())
                        .filter(constant -> ((Enum<?>) constant).name().equals(chosen))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(info.key() + " has an option of no enum"))
                : chosen;
    }

    private static String option(SettingInfo info, String text) throws Unfit {
        for (String option : info.options()) {
            if (option.equalsIgnoreCase(text)) {
                return option;
            }
        }
        throw error("choice", Text.of("core.setting.remedy.choice", String.join(", ", info.options())));
    }

    private static LocalDate date(String text) throws Unfit {
        try {
            LocalDate day = text.contains("/") ? LocalDate.parse(text, FRENCH_DATE) : LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException notOne) {
            throw example("date", "21/11/2026");
        }
        throw example("date", "21/11/2026");
    }

    private static LocalTime time(String text) throws Unfit {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException notOne) {
            throw example("time", "08:30");
        }
    }

    private static String zone(String text) throws Unfit {
        try {
            return ZoneId.of(text).getId();
        } catch (DateTimeException unknown) {
            throw example("zone", "Europe/Paris");
        }
    }

    private static URI address(SettingInfo info, String text) throws Unfit {
        try {
            URI address = new URI(sized(info, text));
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (web && address.getHost() != null && address.getQuery() == null && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException notOne) {
            throw example("address", "https://coop.example.org");
        }
        throw example("address", "https://coop.example.org");
    }

    private static String mail(String text) throws Unfit {
        if (text.length() > 254 || !MAIL.matcher(text).matches()) {
            throw example("mail", "accueil@example.org");
        }
        return text;
    }

    private static boolean isOutside(SettingInfo info, BigDecimal number) {
        return (info.minimum() != null && number.compareTo(info.minimum()) < 0)
                || (info.maximum() != null && number.compareTo(info.maximum()) > 0);
    }

    private static Text bounds(String what, SettingInfo info) {
        String key = "core.setting.remedy." + what;
        if (info.minimum() != null && info.maximum() != null) {
            return Text.of(key + "-between", info.minimum(), info.maximum());
        } else if (info.minimum() != null) {
            return Text.of(key + "-from", info.minimum());
        }
        return info.maximum() == null ? null : Text.of(key + "-to", info.maximum());
    }

    private static Unfit example(String what, String example) {
        return error(what, Text.of("core.setting.remedy.example", example));
    }

    private static Unfit error(String what, Text remedy) {
        return new Unfit(Text.of("core.setting.error." + what), remedy);
    }
}
