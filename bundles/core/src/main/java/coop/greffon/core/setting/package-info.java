/**
 * Each rule of a co-op is a setting: a module declares it as a method of an interface, whoever administers sets it from a day on, and a
 * past day keeps the values it had.
 *
 * <pre>{@code
 * @ObjectClassDefinition
 * public interface ShiftSettings {
 *     @AttributeDefinition(defaultValue = "4", min = "1", max = "12")
 *     int weeksPerCycle();
 * }
 *
 * int weeks = settings.on(ShiftSettings.class, day).weeksPerCycle();
 * }</pre>
 *
 * <p>The messages {@code shifts.setting.weeksPerCycle} and {@code shifts.setting.weeksPerCycle.help} name and explain it on the page of
 * settings. The declaration lies below the module's root package, {@code coop.greffon.shifts}.
 */
@Export
@Version("1.0.0")
package coop.greffon.core.setting;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
