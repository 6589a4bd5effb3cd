package coop.greffon.members.internal.self;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.privacy.PersonalArchive;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.members.Subjects;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people see and correct of their own record. */
@Component(service = OwnRecord.class)
public class OwnRecord {
    private final Members members;
    private final PersonalArchive archive;

    @Activate
    public OwnRecord(@Reference Members members, @Reference PersonalArchive archive) {
        this.members = members;
        this.archive = archive;
    }

    /**
     * The record of whoever has signed in.
     *
     * @throws Refused where the account is nobody's
     */
    public Member of(Account account) {
        return Subjects.memberId(account.subject()).stream()
                .mapToObj(members::find)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new Refused(Text.of("members.self.nobody")));
    }

    /**
     * Corrects it.
     *
     * @param revision the revision that was seen
     * @throws coop.greffon.core.problem.StaleEdit where somebody changed it since
     * @throws coop.greffon.core.problem.InvalidInput where a field cannot be accepted
     */
    public Member correct(Account account, long revision, OwnDetails details) {
        Member now = of(account);
        return members.change(now.id(), revision, details.on(now.details()), Actor.of(account));
    }

    /** Writes all that the co-op holds of whoever has signed in, as one zip. */
    public void archive(Account account, Locale language, OutputStream out) throws IOException {
        archive.export(of(account).subject(), language, out);
    }
}
