package coop.greffon.web.internal.setting;

import coop.greffon.web.form.Field;

/**
 * A setting on the form of its module.
 *
 * @param key its name
 * @param label what it is called
 * @param field the field that changes it; null where it is changed on another page
 * @param page that other page; null where it is changed here
 * @param value today's, in the reader's words
 * @param was the value that was shown, empty for none and for a secret
 * @param story since when it holds, and what comes
 * @param path its own page
 */
public record SettingLine(
        String key, String label, Field field, String page, String value, String was, String story, String path) {}
