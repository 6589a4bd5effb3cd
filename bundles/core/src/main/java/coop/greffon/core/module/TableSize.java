package coop.greffon.core.module;

/**
 * A table of a module.
 *
 * @param table its name
 * @param rows how many rows it has
 */
public record TableSize(String table, long rows) {}
