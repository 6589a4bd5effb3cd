package coop.greffon.web.internal.setting;

import java.util.List;

/**
 * One setting on its own page.
 *
 * @param value today's value, in the reader's words
 * @param story since when it holds
 * @param planned what is planned, the next first
 * @param history what was ever set, newest first
 */
public record SettingView(String value, String story, List<Planned> planned, List<Change> history) {
    /**
     * A planned change.
     *
     * @param from the day as an address names it
     */
    public record Planned(String from, String words) {}

    /** A change of the past or of the future. */
    public record Change(String at, String who, String words) {}
}
