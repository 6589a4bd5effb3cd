package coop.greffon.shifts.internal.store.exchange;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.store.StoredWorker;
import coop.greffon.shifts.internal.store.WorkerChanges;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds the one whom somebody names, or the account on which they act; of who does no shifts nobody learns here that there is such a member. */
@Component(service = Colleagues.class)
public final class Colleagues {
    private final Members members;
    private final WorkerChanges changes;

    @Activate
    public Colleagues(@Reference Members members, @Reference WorkerChanges changes) {
        this.members = members;
        this.changes = changes;
    }

    /**
     * The worker whose account somebody with a number acts on.
     *
     * @param asking the worker who names them
     * @throws InvalidInput where it is nobody's, or their own
     */
    StoredWorker named(EntityManager em, String number, StoredWorker asking) {
        return Optional.ofNullable(number)
                .map(String::strip)
                .flatMap(members::findByNumber)
                .map(member -> changes.accountOf(member.id(), changes.today()))
                .flatMap(id -> WorkerChanges.find(em, id))
                .filter(row -> row.id() != asking.id())
                .orElseThrow(
                        () -> new InvalidInput(FieldError.of("number", number, Text.of("shifts.stand-in.nobody"))));
    }
}
