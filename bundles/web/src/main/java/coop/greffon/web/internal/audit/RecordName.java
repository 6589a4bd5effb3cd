package coop.greffon.web.internal.audit;

import coop.greffon.web.Visit;
import java.util.stream.Stream;

/** What a record is called where its identifier is a word of programs: a job, a setting, a module, a role, a list. */
final class RecordName {
    private RecordName() {}

    /** Its name in the reader's words, or its identifier where there are none, as for a number. */
    static String of(Visit visit, String kind, String id) {
        return Stream.of(kind + "." + id, id, id + ".module.name", id.replaceFirst("\\.", ".setting."))
                .filter(visit::has)
                .findFirst()
                .map(visit::t)
                .orElse(id);
    }
}
