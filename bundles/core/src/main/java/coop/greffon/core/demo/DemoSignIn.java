package coop.greffon.core.demo;

/**
 * Somebody one may sign in as.
 *
 * @param name the name
 * @param who the message key of what the person is in the story
 * @param login what to type
 * @param password the password, good until the next start
 */
public record DemoSignIn(String name, String who, String login, String password) {}
