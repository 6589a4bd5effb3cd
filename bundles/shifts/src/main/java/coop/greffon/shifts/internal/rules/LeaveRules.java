package coop.greffon.shifts.internal.rules;

import coop.greffon.shifts.internal.rules.LeaveTerms.Document;
import java.util.Map;

/** What some co-ops ask for leaves, that others start from. */
public enum LeaveRules {
    /** As long as it takes; a parental leave lasts a year where nobody says otherwise, two at most. */
    USUAL(Map.of(LeaveType.SICK, new LeaveTerms(1, null, true, null, null, null), LeaveType.PARENTAL, parental(null))),

    /** Illness from 15 days on, with a certificate; a birth with its own. */
    LOUVE(Map.of(
            LeaveType.SICK,
            new LeaveTerms(15, null, true, null, null, new Document(15, 22)),
            LeaveType.PARENTAL,
            parental(new Document(21, 33)))),

    /** Whoever is exempt for six cycles of four weeks or without an end frees the fixed place. */
    SUPERCOOP(Map.of(
            LeaveType.EXEMPTION,
            new LeaveTerms(1, null, false, null, LeaveRules.SIX_CYCLES, null),
            LeaveType.SICK,
            new LeaveTerms(1, null, true, null, LeaveRules.SIX_CYCLES, null),
            LeaveType.PARENTAL,
            new LeaveTerms(1, LeaveRules.TWO_YEARS, true, LeaveRules.YEAR, LeaveRules.SIX_CYCLES, null)));

    private static final int SIX_CYCLES = 168;
    private static final int YEAR = 365;
    private static final int TWO_YEARS = 730;

    private final Map<LeaveType, LeaveTerms> terms;

    LeaveRules(Map<LeaveType, LeaveTerms> terms) {
        this.terms = terms;
    }

    private static LeaveTerms parental(Document document) {
        return new LeaveTerms(1, TWO_YEARS, true, YEAR, null, document);
    }

    /** What is asked for a kind of leave. */
    public LeaveTerms of(LeaveType type) {
        return terms.getOrDefault(type, LeaveTerms.NONE);
    }
}
