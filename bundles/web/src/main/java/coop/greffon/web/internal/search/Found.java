package coop.greffon.web.internal.search;

import coop.greffon.core.extension.Extension;
import coop.greffon.core.extension.Extensions;
import coop.greffon.web.SearchSource;
import coop.greffon.web.SearchSource.Hit;
import coop.greffon.web.Visit;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a search brought.
 *
 * @param hits what fits, at most {@link #MOST}
 * @param isPartial whether some source could not be searched
 */
public record Found(List<Hit> hits, boolean isPartial) {
    private static final Logger LOG = LoggerFactory.getLogger(Found.class);
    private static final int MOST = 25;

    /** Nothing was looked for. */
    static final Found NOTHING = new Found(List.of(), false);

    /** What the sources find for whoever may look there; one that fails takes nothing from the others. */
    static Found by(Extensions<SearchSource> sources, Visit visit, String query) {
        List<Hit> hits = new ArrayList<>();
        boolean isPartial = false;
        for (Extension<SearchSource> source : sources.all()) {
            try {
                if (visit.may(source.service().permission())) {
                    hits.addAll(source.service().search(visit, query, MOST));
                }
            } catch (RuntimeException | LinkageError failed) {
                // A LinkageError is what code meets whose bundle is gone.
                LOG.warn("{} could not be searched", source.module(), failed);
                isPartial = true;
            }
        }
        return new Found(hits.stream().limit(MOST).toList(), isPartial);
    }
}
