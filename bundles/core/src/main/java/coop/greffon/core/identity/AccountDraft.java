package coop.greffon.core.identity;

import java.util.Locale;
import java.util.Set;

/**
 * What an account is made of.
 *
 * @param subject what it stands for, null for nobody in particular; at most one account per subject
 * @param name the name shown, 1 to 200 characters
 * @param language its language
 * @param logins mails and numbers, in any spelling
 * @param roles its roles
 */
public record AccountDraft(String subject, String name, Locale language, Set<String> logins, Set<String> roles) {}
