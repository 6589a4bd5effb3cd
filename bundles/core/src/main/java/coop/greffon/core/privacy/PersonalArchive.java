package coop.greffon.core.privacy;

import coop.greffon.core.identity.Actor;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Asks every module what it holds of a person. */
public interface PersonalArchive {
    /**
     * Writes one zip of all that the modules hold of a person: each document as JSON and as CSV, the files that go with them, everything
     * as one PDF where a {@link PersonalRenderer} is there, and a list of what the zip holds and what could not be asked.
     *
     * @param subject the person
     * @param language the language of headings
     * @param out where to; it is flushed, never closed
     * @throws IOException where the stream fails
     */
    void export(String subject, Locale language, OutputStream out) throws IOException;

    /**
     * Erases what the modules hold of a person, in one transaction, or tells what that would do.
     *
     * @param subject the person
     * @param dryRun true to change nothing
     * @param by on whose behalf
     * @return what goes and what stays, by module
     * @throws coop.greffon.core.problem.Refused where a module that is installed is not up and could therefore erase nothing
     */
    Map<String, List<Erasure>> erase(String subject, boolean dryRun, Actor by);

    /** The co-op's register of processing, by module. */
    Map<String, List<Processing>> register();
}
