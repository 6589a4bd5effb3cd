package coop.greffon.members.internal.importing.model;

/**
 * A telephone number.
 *
 * @param typed as it was written, with a remark such as "evenings" where there is one
 * @param digits what two spellings of the same number have in common: the digits without the international and trunk
 *     prefixes of France, Belgium, Switzerland and their neighbours
 * @param mobile whether it was given as a mobile number
 */
public record Phone(String typed, String digits, boolean mobile) {}
