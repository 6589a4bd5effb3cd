package coop.greffon.core.internal.setting;

import coop.greffon.core.setting.Settings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What had been set until an instant. */
record SettingsAsKnown(Snapshot snapshot) implements Settings {
    @Override
    public <T> T on(Class<T> declaration, LocalDate day) {
        return declaration.cast(Declaration.of(declaration).values(day, snapshot));
    }

    @Override
    public List<LocalDate> changes(Class<?> declaration) {
        return snapshot.changes(Declaration.of(declaration).module());
    }

    @Override
    public Settings asKnown(Instant until) {
        return new SettingsAsKnown(snapshot.until(until));
    }
}
