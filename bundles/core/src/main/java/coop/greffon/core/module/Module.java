package coop.greffon.core.module;

import coop.greffon.core.message.Text;

/**
 * A module as the host sees it now.
 *
 * @param id its short name
 * @param version its version, such as {@code 1.2.0}
 * @param state in which state it is
 * @param reason why it is not up, for one that is only available why it could not be installed; null where it is, and where nothing is
 *     known against it
 * @param info what it declares of itself, null for one that is only available
 */
public record Module(String id, String version, ModuleState state, Text reason, ModuleInfo info) {}
