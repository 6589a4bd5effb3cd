package coop.greffon.members.internal.admission;

import coop.greffon.core.extension.Extension;
import coop.greffon.members.admission.AdmissionRule;
import coop.greffon.members.admission.Decision.Reason;
import coop.greffon.members.admission.Finding;
import coop.greffon.members.internal.rules.Decisions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the rules of neighbours, each on a thread of its own and none for longer than 200 ms: the door does not wait for a bundle that
 * hangs, and does not open because of one that fails.
 */
final class Witnesses implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);
    private static final long PATIENCE_MILLIS = 200;
    private static final int MOST_THREADS = 32;

    private final ExecutorService threads =
            new ThreadPoolExecutor(0, MOST_THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                var thread = new Thread(task, "greffon-members-admission");
                thread.setDaemon(true);
                return thread;
            });

    /** What they find; who does not answer is "not checked". */
    List<Reason> ask(List<Extension<AdmissionRule>> rules, long memberId, Instant at) {
        List<Future<List<Finding>>> answers = new ArrayList<>();
        for (Extension<AdmissionRule> rule : rules) {
            answers.add(begin(rule, memberId, at));
        }
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            String module = rules.get(i).module();
            for (Finding finding : answer(answers.get(i), deadline, module)) {
                reasons.add(new Reason(module, finding));
            }
        }
        return reasons;
    }

    private Future<List<Finding>> begin(Extension<AdmissionRule> rule, long memberId, Instant at) {
        try {
            return threads.submit(() -> List.copyOf(rule.service().judge(memberId, at)));
        } catch (RejectedExecutionException busy) {
            LOG.warn("All {} threads wait for rules that do not answer; {} is not asked", MOST_THREADS, rule.module());
            return null;
        }
    }

    private static List<Finding> answer(Future<List<Finding>> answer, long deadline, String module) {
        if (answer == null) {
            return List.of(Decisions.notChecked(module));
        }
        try {
            return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | CancellationException failed) {
            LOG.warn("The admission rule of module {} failed", module, failed);
        } catch (java.util.concurrent.TimeoutException late) {
            LOG.warn("The admission rule of module {} took over {} ms", module, PATIENCE_MILLIS);
        }
        answer.cancel(true);
        return List.of(Decisions.notChecked(module));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
