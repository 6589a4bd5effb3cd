package coop.greffon.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call this method, or each method of this resource: an account that has the permission. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresPermission {
    /** The permission, such as {@code shifts.slot.book}; the bundle's module.json declares it. */
    String value();
}
