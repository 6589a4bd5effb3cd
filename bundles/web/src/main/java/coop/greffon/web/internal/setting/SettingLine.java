package coop.greffon.web.internal.setting;

import coop.greffon.web.form.Field;

/**
 * A setting on the form of its module.
 *
 * @param key its name
 * @param field the field that changes it
 * @param was the value that was shown, empty for none and for a secret
 * @param story since when it holds, and what comes
 * @param path its own page
 */
public record SettingLine(String key, Field field, String was, String story, String path) {}
