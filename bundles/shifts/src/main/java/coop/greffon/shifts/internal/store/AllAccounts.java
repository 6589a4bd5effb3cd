package coop.greffon.shifts.internal.store;

import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.WorkerReader.Facts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where everybody stands on a day, some at a time. */
@Component(service = AllAccounts.class)
public final class AllAccounts {
    private static final int AT_ONCE = 200;

    private final JpaTemplate jpa;
    private final WorkerReader reader;
    private final RulesInForce rules;

    @Activate
    public AllAccounts(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference WorkerReader reader,
            @Reference RulesInForce rules) {
        this.jpa = jpa;
        this.reader = reader;
        this.rules = rules;
    }

    /** Whoever works, by what is recorded now, in the order in which they were enrolled. */
    public void each(LocalDate day, Consumer<WorkAccount> account) {
        long after = 0;
        while (true) {
            long from = after;
            List<Enrolment> some = jpa.txExpr(
                    TransactionType.Supports,
                    em -> em.createQuery(
                                    "select w from StoredWorker w where w.id > :after order by w.id",
                                    StoredWorker.class)
                            .setParameter("after", from)
                            .setMaxResults(AT_ONCE)
                            .getResultStream()
                            .map(StoredWorker::enrolment)
                            .toList());
            if (some.isEmpty()) {
                return;
            }
            Map<Long, Facts> facts = jpa.txExpr(TransactionType.Supports, em -> reader.read(em, some, null));
            some.forEach(one -> account.accept(Accounting.of(facts.get(one.id()), one, rules.of(one.track()), day)));
            after = some.get(some.size() - 1).id();
        }
    }
}
