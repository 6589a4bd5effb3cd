package coop.greffon.members;

import coop.greffon.core.identity.Actor;
import java.time.LocalDate;
import java.util.List;

/** Whom to talk to at an organisation. */
public interface ContactPersons {
    /**
     * Says that somebody is to be talked to.
     *
     * @throws coop.greffon.core.problem.InvalidInput where a field cannot be accepted, they are not an organisation and a person, or it is
     *     said already
     * @throws coop.greffon.core.problem.NotFound where there is no such organisation or person
     */
    void add(long organisationId, ContactPersonDraft contact, Actor by);

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
