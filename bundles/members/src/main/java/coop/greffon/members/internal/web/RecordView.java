package coop.greffon.members.internal.web;

import coop.greffon.core.identity.Account;
import coop.greffon.members.Member;
import coop.greffon.members.StatusChange;
import coop.greffon.members.admission.Decision;
import gg.jte.Content;
import java.util.List;

/**
 * What the page of a record shows.
 *
 * @param statuses the journal of statuses, newest first
 * @param decision whether the person may shop now
 * @param household the people of the household today, the person included, each once; empty for none
 * @param account the online account, null for none
 * @param panels what neighbours add
 */
public record RecordView(
        Member member,
        List<StatusChange> statuses,
        Decision decision,
        List<Housemate> household,
        Account account,
        List<Content> panels) {}
