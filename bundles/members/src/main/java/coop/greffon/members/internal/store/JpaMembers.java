package coop.greffon.members.internal.store;

import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import java.util.List;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Members in this bundle's tables. */
@Component(service = Members.class)
public final class JpaMembers implements Members {
    private final JpaTemplate jpa;

    @Activate
    public JpaMembers(@Reference(target = "(osgi.unit.name=members)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public List<MemberSummary> list(int skip, int most) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery("select m from StoredMember m order by m.sortKey, m.id", StoredMember.class)
                        .setFirstResult(skip)
                        .setMaxResults(most)
                        .getResultStream()
                        .map(StoredMember::summary)
                        .toList());
    }

    @Override
    public long count() {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery("select count(m) from StoredMember m", Long.class)
                        .getSingleResult());
    }
}
