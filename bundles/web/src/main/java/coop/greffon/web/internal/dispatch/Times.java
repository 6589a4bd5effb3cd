package coop.greffon.web.internal.dispatch;

import coop.greffon.web.internal.date.Days;
import coop.greffon.web.internal.date.Instants;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import javax.ws.rs.ext.ParamConverter;
import javax.ws.rs.ext.ParamConverterProvider;

/** Reads days and instants of addresses as those of bodies are read; an empty one is none. */
final class Times implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type == LocalDate.class) {
            return (ParamConverter<T>) new Reading<>(text -> Days.read("", text));
        }
        return type == Instant.class ? (ParamConverter<T>) new Reading<>(text -> Instants.read("", text)) : null;
    }

    private record Reading<T>(Function<String, T> reader) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            return text == null || text.isBlank() ? null : reader.apply(text);
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
