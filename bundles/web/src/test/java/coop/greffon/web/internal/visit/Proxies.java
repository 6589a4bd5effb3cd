package coop.greffon.web.internal.visit;

import java.lang.reflect.Proxy;
import java.util.function.BiFunction;

/** What a container hands out, as far as a test asks it. */
public final class Proxies {
    private Proxies() {}

    /** Something of a type whose methods answer by their name and arguments. */
    public static <T> T of(Class<T> type, BiFunction<String, Object[], Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                Proxies.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.apply(method.getName(), arguments)));
    }
}
