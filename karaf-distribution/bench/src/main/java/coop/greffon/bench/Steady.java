package coop.greffon.bench;

/**
 * How much is done per second: as soon as the container has warmed up as for a page, and when its compilers have nothing more to win.
 *
 * @param first what the first load reached
 * @param last what the last load reached
 */
record Steady(double first, double last) {
    /** Loads are repeated as long as each does so many times what the one before did. */
    private static final double GAIN = 1.05;

    private static final int MOST_LOADS = 6;

    /** One load after a warm-up, as many per second. */
    @FunctionalInterface
    interface Measured {
        double perSecond() throws Exception;
    }

    static Steady of(Measured load) throws Exception {
        double first = load.perSecond();
        double last = first;
        for (int loads = 1; loads < MOST_LOADS; loads++) {
            double before = last;
            last = load.perSecond();
            if (last < before * GAIN) {
                break;
            }
        }
        return new Steady(first, last);
    }

    /** Prints both, each against the same in bare JDBC. */
    void print(Table table, String what, String wanted, double bare) {
        print(table, what + ", at first", first, wanted, bare);
        print(table, what + ", then", last, wanted, bare);
    }

    private static void print(Table table, String what, double perSecond, String wanted, double bare) {
        table.add(what, perSecond, "/s", wanted);
        table.add(what + " : bare JDBC", perSecond / bare, "", "at least 0.4");
    }
}
