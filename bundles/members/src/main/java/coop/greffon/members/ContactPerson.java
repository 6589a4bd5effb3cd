package coop.greffon.members;

import java.time.LocalDate;

/**
 * Whom to talk to at an organisation.
 *
 * @param organisationId the organisation
 * @param personId the person
 * @param organisationName the name of the organisation
 * @param personName the name of the person
 * @param function what the person does there, null for unknown
 * @param from the first day
 * @param to the last day, null for still
 */
public record ContactPerson(
        long organisationId,
        long personId,
        String organisationName,
        String personName,
        String function,
        LocalDate from,
        LocalDate to) {}
