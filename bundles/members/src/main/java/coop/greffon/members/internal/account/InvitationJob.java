package coop.greffon.members.internal.account;

import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Invites those who wait for it, each in a transaction of its own: what a stopped node left is gone on with, and nobody gets a second mail.
 * Whoever cannot be invited keeps nobody else from it.
 */
@Component(service = Job.class)
public final class InvitationJob implements Job {
    static final String NAME = "members.job.invite";
    static final String BROKEN = "members.invitations.broken";

    private static final Logger LOG = LoggerFactory.getLogger(InvitationJob.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 100;

    private final InvitationRows rows;
    private final MemberAccounts accounts;
    private final Clock clock;

    @Activate
    public InvitationJob(@Reference InvitationRows rows, @Reference MemberAccounts accounts, @Reference Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(PAUSE);
    }

    @Override
    public Text run(JobContext context) {
        rows.forgetEnded(clock.instant().minus(KEPT));
        int sent = 0;
        for (List<Long> next = rows.waiting(AT_ONCE); !next.isEmpty(); next = rows.waiting(AT_ONCE)) {
            for (long memberId : next) {
                sent += invite(memberId) ? 1 : 0;
            }
        }
        return sent == 0 ? null : Text.of("members.job.invite.done", sent);
    }

    private boolean invite(long memberId) {
        try {
            return accounts.inviteInTurn(memberId);
        } catch (Refused refused) {
            rows.refused(memberId, key(refused));
        } catch (RuntimeException broken) {
            LOG.warn("Member {} could not be invited", memberId, broken);
            rows.refused(memberId, BROKEN);
        }
        return false;
    }

    /** Kept is the sentence, never the name in it: so a row says of a person no more than that there is one. */
    private static String key(Refused refused) {
        return refused.title().arguments().size() <= 1 ? refused.title().key() : BROKEN;
    }
}
