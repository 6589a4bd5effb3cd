package coop.greffon.itests.distribution;

/**
 * What a command of the console answered.
 *
 * @param output what it printed, errors included
 * @param status 0 when it succeeded
 */
public record ConsoleAnswer(String output, int status) {}
