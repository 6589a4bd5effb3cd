package coop.greffon.core.privacy;

import coop.greffon.core.identity.Actor;
import java.util.List;

/** Extension point: what a bundle holds of people. A bundle that stores people must provide it. */
public interface PersonalData {
    /** What the bundle does with people's data, for the co-op's register. */
    List<Processing> processings();

    /**
     * All that the bundle holds of a person.
     *
     * @param subject the person
     * @return documents, empty where it holds nothing
     */
    List<PersonalDocument> export(String subject);

    /**
     * Erases what the bundle holds of a person, in the caller's transaction, or tells what it would erase.
     *
     * @param subject the person
     * @param dryRun true to change nothing
     * @param by on whose behalf
     * @return what goes and what stays, the same whether it is a dry run or not
     */
    List<Erasure> erase(String subject, boolean dryRun, Actor by);
}
