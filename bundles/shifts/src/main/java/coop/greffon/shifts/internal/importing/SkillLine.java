package coop.greffon.shifts.internal.importing;

/**
 * What somebody can do as a line brings it along.
 *
 * @param member a number, or what another program calls them; empty where the line says it otherwise
 * @param mail a mail address of theirs, empty for none
 * @param name their name, empty for none
 * @param skill as it is written
 */
public record SkillLine(String member, String mail, String name, String skill) {
    /** What the line calls them. */
    public String who() {
        return !member.isEmpty() ? member : !mail.isEmpty() ? mail : name;
    }
}
