package coop.greffon.itests.live;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.RunningDistribution;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** People and programs at work, until it is closed: they read and write members, sign in, look at the guest book. */
final class Traffic implements AutoCloseable {
    private static final long PAUSE_MILLISECONDS = 20;

    private final Map<String, Map<String, AtomicInteger>> answers = new ConcurrentHashMap<>();
    private final AtomicInteger created = new AtomicInteger();
    private final List<Thread> threads;
    private final Set<String> resting = ConcurrentHashMap.newKeySet();
    private final Set<String> asking = ConcurrentHashMap.newKeySet();
    private volatile boolean isOver;

    Traffic(RunningDistribution greffon) {
        Client desk = greffon.as(DemoPerson.DESK);
        threads = List.of(
                busy("web", () -> greffon.asNobody().get("/sign-in")),
                busy("core", () -> desk.get("/api/core/v1/me")),
                busy("members read", () -> desk.get("/api/members/v1/members?q=marchand")),
                busy("members page", () -> desk.get("/members")),
                busy("members write", () -> write(desk)),
                busy("guestbook", () -> desk.get("/api/guestbook/v1/entries")));
        threads.forEach(Thread::start);
    }

    private HttpResponse<String> write(Client desk) {
        HttpResponse<String> answer = desk.send("POST", "/api/members/v1/members", """
                {"details": {"kind": "PERSON", "givenName": "Passante", "familyName": "Numéro %d"}}""".formatted(created.get() + 1));
        if (answer.statusCode() == 201) {
            created.incrementAndGet();
        }
        return answer;
    }

    private Thread busy(String who, Supplier<HttpResponse<String>> request) {
        Map<String, AtomicInteger> seen = answers.computeIfAbsent(who, ignored -> new ConcurrentHashMap<>());
        Thread thread = new Thread(
                () -> {
                    while (!isOver) {
                        asking.add(who);
                        if (!resting.contains(who)) {
                            seen.computeIfAbsent(outcome(request), ignored -> new AtomicInteger())
                                    .incrementAndGet();
                        }
                        asking.remove(who);
                        pause();
                    }
                },
                who);
        thread.setDaemon(true);
        return thread;
    }

    private static String outcome(Supplier<HttpResponse<String>> request) {
        try {
            return String.valueOf(request.get().statusCode());
        } catch (RuntimeException failed) {
            return failed.toString();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What came of the requests of one kind so far: how many by status. */
    Map<String, Integer> answers(String who) {
        Map<String, Integer> counts = new TreeMap<>();
        answers.get(who).forEach((outcome, count) -> counts.put(outcome, count.get()));
        return counts;
    }

    /** Stops requests of some kinds and waits until none is on its way. */
    void rest(String... kinds) {
        resting.addAll(List.of(kinds));
        for (String who : kinds) {
            for (int tried = 0; asking.contains(who); tried++) {
                assertThat(tried).as("waiting for the last request of %s", who).isLessThan(2_000);
                pause();
            }
        }
    }

    /** Goes on with every kind. */
    void goOn() {
        resting.clear();
    }

    /** Forgets what came of the requests of one kind so far. */
    void forget(String who) {
        answers.get(who).clear();
    }

    /** How many members were written down. */
    int created() {
        return created.get();
    }

    /** Waits until so many more requests of a kind were answered. */
    void awaitMore(String who, int more) {
        int before = total(who);
        for (int tried = 0; total(who) < before + more; tried++) {
            assertThat(tried).as("waiting for %s", who).isLessThan(2_000);
            pause();
        }
    }

    private int total(String who) {
        return answers(who).values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public void close() {
        isOver = true;
        for (Thread thread : threads) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(30));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
