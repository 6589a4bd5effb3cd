package coop.greffon.members.internal.importing.model;

/**
 * A telephone number.
 *
 * @param typed as it was written, with a remark such as "evenings" where there is one
 * @param digits what all spellings of the number share, see {@link coop.greffon.members.internal.rules.PhoneDigits}
 * @param mobile whether it was given as a mobile number
 */
public record Phone(String typed, String digits, boolean mobile) {}
