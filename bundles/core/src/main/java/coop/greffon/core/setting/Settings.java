package coop.greffon.core.setting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The values of settings, by day. */
public interface Settings {
    /**
     * The values in force on a day. Cheap enough for each request: nothing is read from the database while nothing changed.
     *
     * <p>A change made on this node shows at once, one made on another node or within a transaction that is still open within five seconds.
     *
     * @param declaration the interface annotated with {@code @ObjectClassDefinition}; its methods may return {@code String},
     *     {@code boolean}, {@code int}, {@code long}, {@code BigDecimal}, an enum, {@code LocalDate}, {@code LocalTime}, {@code Locale},
     *     {@code URI}, or an {@code Optional} of one of these
     * @param day the day asked about
     * @return the values; a text without a value is empty
     * @throws IllegalArgumentException where the interface declares no settings
     */
    <T> T on(Class<T> declaration, LocalDate day);

    /**
     * The days, past and to come, from which other values may hold, so that who needs the values of many days asks for few. As cheap, and
     * as late, as {@link #on}.
     *
     * @param declaration as {@link #on} takes it
     * @return the earliest first; empty where nothing was ever set
     * @throws IllegalArgumentException where the interface declares no settings
     */
    List<LocalDate> changes(Class<?> declaration);

    /**
     * The settings as they had been set until an instant: what was set or taken back later counts for nothing, whatever day it is for.
     * What nobody had set by then has the value its declaration begins with now. Each question is answered anew, so this is for a look
     * at the past and not for each request.
     *
     * @param until the last instant of which what was set counts
     * @return what was set so far, which does not change any more
     */
    Settings asKnown(Instant until);
}
