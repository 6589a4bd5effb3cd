package coop.greffon.itests.browser;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the browser tests that did not run, and says so at the end of the run where nobody can miss it. */
final class SkippedTests implements AutoCloseable {
    private final AtomicInteger skipped = new AtomicInteger();
    private final String reason;

    SkippedTests(String reason) {
        this.reason = reason;
    }

    void count() {
        skipped.incrementAndGet();
    }

    @Override
    public void close() {
        String line = "!".repeat(100);
        System.err.printf("%s%n!!! %d BROWSER TESTS WERE SKIPPED: %s%n%s%n", line, skipped.get(), reason, line);
    }
}
