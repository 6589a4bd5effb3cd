package coop.greffon.shifts.internal.rules;

import java.time.LocalDate;
import java.util.List;

/**
 * Rules that changed in the course of time: a day uses those in force on it.
 *
 * @param versions in the order of their days
 */
public record Timeline(List<Version> versions) {
    /** Rules in force from a day on. */
    public record Version(LocalDate from, Rules rules) {}

    public Timeline {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("no rules at all");
        }
        for (int i = 1; i < versions.size(); i++) {
            if (!versions.get(i).from().isAfter(versions.get(i - 1).from())) {
                throw new IllegalArgumentException(
                        "the rules from " + versions.get(i).from() + " do not come after others");
            }
        }
    }

    /** Rules that never changed. */
    public static Timeline of(Rules rules) {
        return new Timeline(List.of(new Version(LocalDate.MIN, rules)));
    }

    /** Those in force on a day; before the first ones, these. */
    public Rules on(LocalDate day) {
        Rules found = versions.get(0).rules();
        for (Version version : versions) {
            if (!version.from().isAfter(day)) {
                found = version.rules();
            }
        }
        return found;
    }
}
