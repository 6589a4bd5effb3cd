package coop.greffon.web;

import gg.jte.Content;
import java.util.Optional;

/** Extension point: a section of the page of a person, one {@code section} element of class {@code panel}. */
public interface MemberPanel {
    /**
     * What staff see on a person's page; empty where the person does not concern the bundle or the visitor may not know.
     *
     * @param subject the person, as accounts name them
     * @param visit who looks
     */
    Optional<Content> staff(String subject, Visit visit);

    /**
     * What people see on their own page; empty for nothing.
     *
     * @param visit who looks; the subject of the account is the person
     */
    Optional<Content> self(Visit visit);
}
