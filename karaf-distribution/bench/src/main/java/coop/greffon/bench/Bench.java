package coop.greffon.bench;

/** Measures the distribution on PostgreSQL and on H2, and prints what came out. */
public final class Bench {
    private Bench() {}

    /**
     * Runs every measurement.
     *
     * @throws Exception where something does not work; being slow is no failure
     */
    public static void main(String... arguments) throws Exception {
        Table table = new Table();
        try {
            new OnPostgreSql(table).run();
            new OnH2(table).run();
        } finally {
            table.print();
        }
    }
}
