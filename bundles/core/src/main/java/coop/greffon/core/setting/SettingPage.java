package coop.greffon.core.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A setting that is changed on a page of its module alone, such as one that shows first whom a change touches. The page of settings shows it
 * and leads there; the console, which asks nobody, still sets it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SettingPage {
    /** The path of that page, such as {@code /shifts/rules/choose}. */
    String value();
}
