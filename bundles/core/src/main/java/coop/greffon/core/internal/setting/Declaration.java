package coop.greffon.core.internal.setting;

import coop.greffon.core.internal.setting.MetatypeFile.Attribute;
import coop.greffon.core.message.Text;
import coop.greffon.core.setting.SettingFormat;
import coop.greffon.core.setting.SettingInfo;
import coop.greffon.core.setting.SettingPage;
import coop.greffon.core.setting.SettingType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An interface that declares settings, and the objects that answer it. */
final class Declaration {
    private static final Logger LOG = LoggerFactory.getLogger(Declaration.class);
    private static final BigDecimal LONGEST_TEXT = BigDecimal.valueOf(1000);
    private static final Set<SettingType> TEXTS = Set.of(SettingType.TEXT, SettingType.SECRET, SettingType.ADDRESS);
    private static final Map<Class<?>, SettingType> TYPES = Map.of(
            int.class, SettingType.WHOLE,
            long.class, SettingType.WHOLE,
            BigDecimal.class, SettingType.DECIMAL,
            boolean.class, SettingType.YES_NO,
            LocalDate.class, SettingType.DATE,
            LocalTime.class, SettingType.TIME,
            Locale.class, SettingType.LANGUAGE,
            URI.class, SettingType.ADDRESS);

    // A form of settings has fields of its own.
    private static final Set<String> RESERVED = Set.of("from", "revision", "csrf");

    // Held by the class itself, so that a module that goes takes its declaration and its values along.
    private static final ClassValue<Declaration> ALL = new ClassValue<>() {
        @Override
        protected Declaration computeValue(Class<?> type) {
            return new Declaration(type);
        }
    };

    /** A setting and the method that answers it. */
    record Member(SettingInfo info, Method method, Class<?> javaType, boolean optional) {
        /** The value of a text that may be empty. */
        Object value(String text) throws Unfit {
            if (text == null || text.isBlank()) {
                return optional ? Optional.empty() : "";
            }
            Object value = ValueText.parse(info, javaType, text);
            return optional ? Optional.of(value) : value;
        }

        /**
         * The text that is kept of what somebody typed.
         *
         * @param options what a language may be
         */
        String kept(String typed, List<String> options) throws Unfit {
            if (typed == null || typed.isBlank()) {
                if (info.required()) {
                    throw new Unfit(Text.of("core.setting.error.required"), null);
                }
                return "";
            }
            return ValueText.of(ValueText.parse(with(options), javaType, typed));
        }

        /** The setting with what one may choose from. */
        SettingInfo with(List<String> options) {
            return info.type() == SettingType.LANGUAGE ? withOptions(info, options) : info;
        }
    }

    private record Cached(Snapshot snapshot, Map<LocalDate, Object> byDay) {}

    private final Class<?> type;
    private final String module;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private volatile Cached cached = new Cached(null, Map.of());

    private Declaration(Class<?> type) {
        this.type = type;
        this.module = moduleOf(type);
        for (Attribute attribute : MetatypeFile.read(type)) {
            if (RESERVED.contains(attribute.id())) {
                throw new IllegalArgumentException(type.getName() + " calls a setting " + attribute.id());
            }
            members.put(attribute.id(), member(attribute));
        }
    }

    static Declaration of(Class<?> type) {
        return ALL.get(type);
    }

    String module() {
        return module;
    }

    Map<String, Member> members() {
        return members;
    }

    /** The values in force on a day. */
    Object on(LocalDate day, Snapshot snapshot) {
        Cached current = cached;
        if (current.snapshot() != snapshot) {
            current = new Cached(snapshot, new ConcurrentHashMap<>());
            cached = current;
        }
        return current.byDay().computeIfAbsent(snapshot.lastChange(module, day), since -> values(since, snapshot));
    }

    /** The same, and nothing is kept of it. */
    Object values(LocalDate day, Snapshot snapshot) {
        Map<String, Object> values = new HashMap<>();
        members.forEach((key, member) -> values.put(key, value(member, snapshot.text(module, key, day))));
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? ofObject(proxy, method.getName(), arguments)
                        : values.get(method.getName()));
    }

    private Object ofObject(Object proxy, String method, Object[] arguments) {
        return switch (method) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> type.getSimpleName();
        };
    }

    private static Object value(Member member, String stored) {
        String initial = member.info().initial();
        try {
            return member.value(stored == null ? initial : stored);
        } catch (Unfit outdated) {
            // A newer version of the module may allow less than the one under which the value was set.
            LOG.warn(
                    "Setting {}.{} has a value it no longer allows; its initial value holds",
                    member.info().module(),
                    member.info().key());
            return initialValue(member);
        }
    }

    private static Object initialValue(Member member) {
        try {
            return member.value(member.info().initial());
        } catch (Unfit wrong) {
            throw new IllegalArgumentException(
                    "The initial value of " + member.info().module() + "."
                            + member.info().key() + " is none",
                    wrong);
        }
    }

    private Member member(Attribute attribute) {
        Method method = Arrays.stream(type.getMethods())
                .filter(candidate -> candidate.getName().equals(attribute.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type.getName() + " has no method " + attribute.id()));
        boolean optional = method.getReturnType() == Optional.class;
        Class<?> javaType = optional
                ? (Class<?>) ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0]
                : method.getReturnType();
        SettingType settingType = typeOf(attribute, method, javaType);
        String initial = attribute.initial() == null ? "" : attribute.initial();
        boolean required = !optional && attribute.required();
        if (initial.isEmpty() && !optional && javaType != String.class) {
            throw new IllegalArgumentException(
                    type.getName() + "." + attribute.id() + " needs an initial value, or to be an Optional");
        }
        var info = new SettingInfo(
                module,
                attribute.id(),
                settingType,
                required,
                attribute.options(),
                initial,
                number(attribute.minimum()),
                attribute.maximum() == null && TEXTS.contains(settingType) ? LONGEST_TEXT : number(attribute.maximum()),
                page(method));
        return new Member(info, method, javaType, optional);
    }

    private static String page(Method method) {
        SettingPage page = method.getAnnotation(SettingPage.class);
        return page == null ? null : page.value();
    }

    private static SettingType typeOf(Attribute attribute, Method method, Class<?> javaType) {
        SettingFormat format = method.getAnnotation(SettingFormat.class);
        if (format != null) {
            return format.value();
        } else if (attribute.type().equals("Password")) {
            return SettingType.SECRET;
        } else if (!attribute.options().isEmpty()) {
            return SettingType.CHOICE;
        } else if (javaType == String.class) {
            return SettingType.TEXT;
        }
        SettingType known = TYPES.get(javaType);
        if (known == null) {
            throw new IllegalArgumentException("No setting can be a " + javaType.getName());
        }
        return known;
    }

    private static SettingInfo withOptions(SettingInfo info, List<String> options) {
        return new SettingInfo(
                info.module(),
                info.key(),
                info.type(),
                info.required(),
                new ArrayList<>(options),
                info.initial(),
                info.minimum(),
                info.maximum(),
                info.page());
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static String moduleOf(Class<?> type) {
        String[] packages = type.getName().split("\\.");
        if (packages.length < 4 || !type.getName().startsWith("coop.greffon.")) {
            throw new IllegalArgumentException(type.getName() + " is in no module's package");
        }
        return packages[2];
    }
}
