package coop.greffon.bench;

import java.time.Duration;
import java.util.Arrays;

/**
 * How much is done per second: as soon as the container has warmed up as for a page, and when its compilers have nothing more to win.
 *
 * @param load what is done
 * @param first what the first load reached
 */
record Steady(Measured load, double first) {
    /** Until the JVM's last compiler is through with what is measured; it took half of the machine before. */
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    /** What was warm a moment ago is warm again. */
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    /** Loads are repeated as long as each does so many times what the one before did. */
    private static final double GAIN = 1.05;

    private static final int MOST_LOADS = 6;
    /** The machine's own pace changes by a fifth within minutes: one goes after the other, and the pair in the middle counts. */
    private static final int PAIRS = 5;

    /** One load after a warm-up, as many per second. */
    @FunctionalInterface
    interface Measured {
        double perSecond(Duration warmUp) throws Exception;
    }

    static Steady of(Measured load) throws Exception {
        double first = load.perSecond(WARM_UP);
        double last = first;
        for (int loads = 1; loads < MOST_LOADS; loads++) {
            double before = last;
            last = load.perSecond(WARM_UP);
            if (last < before * GAIN) {
                break;
            }
        }
        return new Steady(load, first);
    }

    /** Measures both in turn, prints each, and the one by the other. */
    void print(Table table, String what, String wanted, String bareName, Measured bare) throws Exception {
        bare.perSecond(WARM_UP);
        double[] ours = new double[PAIRS];
        double[] theirs = new double[PAIRS];
        double[] ratios = new double[PAIRS];
        for (int pair = 0; pair < PAIRS; pair++) {
            theirs[pair] = bare.perSecond(BETWEEN);
            ours[pair] = load.perSecond(BETWEEN);
            ratios[pair] = ours[pair] / theirs[pair];
        }
        double jdbc = median(theirs);
        table.add(bareName + " in bare JDBC", jdbc, "/s", "");
        table.add(what + ", at first", first, "/s", wanted);
        table.add(what + ", at first : bare JDBC", first / jdbc, "", "");
        table.add(what + ", then", median(ours), "/s", wanted);
        table.add(what + ", then : bare JDBC, median of " + PAIRS + " pairs", median(ratios), "", "at least 0.4");
        table.add(what + ", the lowest pair", Arrays.stream(ratios).min().orElseThrow(), "", "");
    }

    private static double median(double... measured) {
        double[] sorted = measured.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
