package coop.greffon.members.admission;

import coop.greffon.core.message.Text;

/**
 * What would clear a finding.
 *
 * @param text what to do, in one sentence
 * @param action what staff can do about it at once, null where nothing
 */
public record Remedy(Text text, Action action) {
    /**
     * An act that {@link AdmissionRule#act} carries out, such as granting grace.
     *
     * @param id its name within the module
     * @param label what its button says
     * @param permission who may do it, a permission that the module declares
     */
    public record Action(String id, Text label, String permission) {}

    /** Something to do that no button does. */
    public static Remedy of(Text text) {
        return new Remedy(text, null);
    }
}
