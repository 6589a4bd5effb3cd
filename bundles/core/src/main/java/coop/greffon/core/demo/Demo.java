package coop.greffon.core.demo;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** The demo co-op of this host. */
public interface Demo {
    /**
     * The people one may sign in as, in the order in which they came: at once and empty where the database was not made as a demo,
     * otherwise once each module has told its part. It never fails.
     */
    CompletionStage<List<DemoSignIn>> signIns();
}
