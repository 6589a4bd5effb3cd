package coop.greffon.members;

import coop.greffon.core.identity.Actor;
import java.time.LocalDate;
import java.util.List;

/** Whom to talk to at an organisation. */
public interface ContactPersons {
    /**
     * Says that somebody is to be talked to.
     *
     * @param function what the person does there, at most 100 characters, null for unknown
     * @param from the first day
     * @param to the last day, null for open
     * @throws coop.greffon.core.problem.InvalidInput where they are not an organisation and a person, or it is said already
     */
    void add(long organisationId, long personId, String function, LocalDate from, LocalDate to, Actor by);

    /**
     * Says until when.
     *
     * @param to the last day
     * @throws coop.greffon.core.problem.NotFound where the person is not to be talked to there
     */
    void end(long organisationId, long personId, LocalDate to, Actor by);

    /** Whom to talk to at an organisation, past ones last. */
    List<ContactPerson> of(long organisationId);

    /** At which organisations somebody is to be talked to, past ones last. */
    List<ContactPerson> at(long personId);
}
