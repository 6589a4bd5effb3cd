package coop.greffon.core.extension;

/**
 * One answer to an extension point.
 *
 * @param service the neighbour's service, never null
 * @param module the short name of the module that provides it, such as {@code shifts}
 */
public record Extension<T>(T service, String module) {}
