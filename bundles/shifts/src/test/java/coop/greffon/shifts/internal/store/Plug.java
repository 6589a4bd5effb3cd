package coop.greffon.shifts.internal.store;

import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/** Stops what is at work as a machine does whose plug is pulled: with a transaction written and not committed. */
public final class Plug {
    private volatile int at;
    private int begun;
    private boolean isWithin;

    /** Nobody survives it: no work that goes on with the next one catches it. */
    public static final class Pulled extends Error {
        private static final long serialVersionUID = 1;
    }

    /**
     * Pulls it in one of the transactions to come that change something.
     *
     * @param transaction which one, from 1
     */
    public void pullIn(int transaction) {
        at = transaction;
        begun = 0;
    }

    public void putBack() {
        at = 0;
    }

    JpaTemplate over(JpaTemplate real) {
        return new Plugged(real);
    }

    private final class Plugged implements JpaTemplate {
        private final JpaTemplate real;

        Plugged(JpaTemplate real) {
            this.real = real;
        }

        @Override
        public <R> R txExpr(TransactionType type, EmFunction<R> code) {
            if (at == 0 || isWithin || type == TransactionType.Supports) {
                return real.txExpr(type, code);
            }
            isWithin = true;
            begun++;
            try {
                return real.txExpr(type, em -> {
                    R result = code.apply(em);
                    em.flush();
                    if (begun == at) {
                        throw new Pulled();
                    }
                    return result;
                });
            } finally {
                isWithin = false;
            }
        }

        @Override
        public void tx(TransactionType type, EmConsumer code) {
            txExpr(type, em -> {
                code.accept(em);
                return null;
            });
        }

        @Override
        public <R> R txExpr(EmFunction<R> code) {
            return txExpr(TransactionType.Required, code);
        }

        @Override
        public void tx(EmConsumer code) {
            tx(TransactionType.Required, code);
        }
    }
}
