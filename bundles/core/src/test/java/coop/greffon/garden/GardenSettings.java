package coop.greffon.garden;

import coop.greffon.core.setting.SettingFormat;
import coop.greffon.core.setting.SettingPage;
import coop.greffon.core.setting.SettingType;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

/** One setting of each kind; what the build would write down of it lies in OSGI-INF/metatype. */
public interface GardenSettings {
    String name();

    String password();

    int baskets();

    @SettingPage("/garden/distance")
    long distance();

    BigDecimal price();

    boolean open();

    DayOfWeek delivery();

    LocalDate season();

    Optional<LocalTime> closing();

    Locale language();

    @SettingFormat(SettingType.ZONE)
    String zone();

    Optional<URI> site();

    @SettingFormat(SettingType.MAIL)
    String mail();
}
