package coop.greffon.shifts.internal.neighbour;

import coop.greffon.core.identity.Actor;
import coop.greffon.members.MemberMerge;
import coop.greffon.shifts.internal.store.WorkerBelongings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shifts follow a person whose two records become one. */
@Component(service = MemberMerge.class)
public final class WorkMerge implements MemberMerge {
    private final WorkerBelongings belongings;

    @Activate
    public WorkMerge(@Reference WorkerBelongings belongings) {
        this.belongings = belongings;
    }

    @Override
    public void merge(long from, long into, Actor by) {
        belongings.move(from, into);
    }
}
