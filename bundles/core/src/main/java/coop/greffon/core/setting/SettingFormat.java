package coop.greffon.core.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the text of a setting must be, where its Java type does not say it: a time zone or a mail address is a String. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SettingFormat {
    /** What it must be. */
    SettingType value();
}
