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
 * @param more where the rest is listed, of each source that may have more
 * @param isPartial whether some source could not be searched
 */
public record Found(List<Hit> hits, List<String> more, boolean isPartial) {
    private static final Logger LOG = LoggerFactory.getLogger(Found.class);
    private static final int MOST = 25;

    /** Nothing was looked for. */
    static final Found NOTHING = new Found(List.of(), List.of(), false);

    /** Whether others may fit that are listed nowhere. */
    public boolean isCut() {
        return hits.size() == MOST && more.isEmpty();
    }

    /** What the sources find for whoever may look there; one that fails takes nothing from the others. */
    static Found by(Extensions<SearchSource> sources, Visit visit, String query) {
        List<Hit> hits = new ArrayList<>();
        List<String> more = new ArrayList<>();
        boolean isPartial = false;
        for (Extension<SearchSource> source : sources.all()) {
            try {
                if (visit.may(source.service().permission())) {
                    List<Hit> found = source.service().search(visit, query, MOST);
                    hits.addAll(found);
                    if (found.size() == MOST) {
                        source.service().list(visit, query).ifPresent(more::add);
                    }
                }
            } catch (RuntimeException | LinkageError failed) {
                // A LinkageError is what code meets whose bundle is gone.
                LOG.warn("{} could not be searched", source.module(), failed);
                isPartial = true;
            }
        }
        return new Found(hits.stream().limit(MOST).toList(), more, isPartial);
    }
}
