package coop.greffon.members.internal.account;

import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.job.Jobs;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.members.Subjects;
import coop.greffon.members.internal.account.InvitationRows.Invitation;
import coop.greffon.members.internal.account.StoredInvitation.State;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Invites everybody who is a member, has a mail and no account yet. Asking only writes down whom; {@link InvitationJob} sends the mails.
 */
@Component(service = Invitations.class)
public final class Invitations {
    private final InvitationRows rows;
    private final Members members;
    private final Accounts accounts;
    private final Jobs jobs;

    @Activate
    public Invitations(
            @Reference InvitationRows rows,
            @Reference Members members,
            @Reference Accounts accounts,
            @Reference Jobs jobs) {
        this.rows = rows;
        this.members = members;
        this.accounts = accounts;
        this.jobs = jobs;
    }

    /**
     * How far it has come.
     *
     * @param waiting how many mails are still to be sent
     * @param sent how many were, since everybody was last asked for
     * @param refused how many could not be
     */
    public record Progress(long waiting, long sent, long refused) {
        /** How many there are in all. */
        public long all() {
            return waiting + sent + refused;
        }
    }

    /**
     * Somebody who could not be invited.
     *
     * @param number null where there is none
     */
    public record Refusal(long memberId, String number, String name, Text why) {}

    /** How many are members, have a mail and no account, whatever its state. */
    public int uninvited() {
        return withoutAccount(true).size();
    }

    /** How many are members without an account whom no mail can reach. */
    public int unreachable() {
        return withoutAccount(false).size();
    }

    private List<Long> withoutAccount(boolean withMail) {
        List<Long> people = rows.people(withMail);
        Set<String> known =
                accounts.subjectsWithAccount(people.stream().map(Subjects::of).toList());
        return people.stream().filter(id -> !known.contains(Subjects.of(id))).toList();
    }

    /** Has them all invited, in the background; answers how many did not wait for it already. Asked again, it changes nothing. */
    public int inviteAll(Actor by) {
        int asked = rows.ask(withoutAccount(true), by);
        if (asked > 0) {
            wake(by);
        }
        return asked;
    }

    private void wake(Actor by) {
        try {
            jobs.runNow(InvitationJob.NAME, by);
        } catch (Refused runsAlready) {
            // It looks for more work before it ends, and soon again.
            return;
        }
    }

    /** How far it has come. */
    public Progress progress() {
        Map<State, Long> counts = rows.counts();
        return new Progress(counts.get(State.WAITING), counts.get(State.SENT), counts.get(State.REFUSED));
    }

    /** Those who could not be invited, and why. */
    public List<Refusal> refusals(int skip, int most) {
        List<Invitation> refused = rows.refused(skip, most);
        Map<Long, MemberSummary> people =
                members.summaries(refused.stream().map(Invitation::memberId).toList());
        return refused.stream()
                .map(one -> refusal(one, people.get(one.memberId())))
                .toList();
    }

    private static Refusal refusal(Invitation refused, MemberSummary person) {
        return new Refusal(
                refused.memberId(), person.number(), person.name(), Text.of(refused.refusal(), person.name()));
    }
}
