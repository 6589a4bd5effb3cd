package coop.greffon.core.internal.mail;

import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The settings of a co-op of which nothing but the name is set. */
public record NamedCoop(String name) implements Settings {
    @Override
    public <T> T on(Class<T> declaration, LocalDate day) {
        return declaration.cast(Proxy.newProxyInstance(
                HostSettings.class.getClassLoader(),
                new Class<?>[] {declaration},
                (proxy, method, arguments) -> method.getName().equals("coopName") ? name : null));
    }

    @Override
    public List<LocalDate> changes(Class<?> declaration) {
        return List.of();
    }

    @Override
    public Settings asKnown(Instant until) {
        return this;
    }
}
