package coop.greffon.core.setting;

import coop.greffon.core.identity.Actor;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What somebody set.
 *
 * @param from the first day it holds
 * @param value as text, null for a secret
 * @param recordedAt when it was set
 * @param by by whom
 * @param withdrawn whether this took a planned change back
 */
public record SettingChange(LocalDate from, String value, Instant recordedAt, Actor by, boolean withdrawn) {}
