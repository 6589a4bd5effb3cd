package coop.greffon.members.internal.rules;

import static coop.greffon.members.MemberStatus.CANDIDATE;
import static coop.greffon.members.MemberStatus.FORMER;
import static coop.greffon.members.MemberStatus.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.problem.FieldError;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.StatusChange;
import coop.greffon.members.StatusDraft;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusJournalTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    /** A candidate in January, a member in March; on 1 June it was said that she left on 1 May, on 2 June that this was a mistake. */
    private final StatusJournal journal = new StatusJournal(List.of(
            change(CANDIDATE, "2026-01-10", "2026-01-10T09:00:00Z"),
            change(MEMBER, "2026-03-04", "2026-03-05T09:00:00Z"),
            change(FORMER, "2026-05-01", "2026-06-01T09:00:00Z"),
            change(MEMBER, "2026-05-01", "2026-06-02T09:00:00Z")));

    private static StatusChange change(MemberStatus status, String on, String recordedAt) {
        return new StatusChange(status, LocalDate.parse(on), null, Instant.parse(recordedAt), "Nadia");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            2026-01-09 | 2026-12-31T00:00:00Z | -
            2026-01-10 | 2026-12-31T00:00:00Z | CANDIDATE
            2026-03-03 | 2026-12-31T00:00:00Z | CANDIDATE
            2026-03-04 | 2026-12-31T00:00:00Z | MEMBER
            2026-03-04 | 2026-03-04T12:00:00Z | CANDIDATE
            2026-04-30 | 2026-06-01T10:00:00Z | MEMBER
            2026-05-01 | 2026-06-01T10:00:00Z | FORMER
            2026-05-01 | 2026-06-02T10:00:00Z | MEMBER
            2026-11-21 | 2026-06-01T10:00:00Z | FORMER
            2026-11-21 | 2026-12-31T00:00:00Z | MEMBER
            2026-11-21 | 2025-12-31T00:00:00Z | -
            """)
    void aDayHasTheStatusOfTheLatestEntryUpToIt(LocalDate on, Instant known, MemberStatus expected) {
        assertThat(journal.on(on, known).map(StatusChange::status).orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            FORMER    | 2026-11-21 | -
            FORMER    | 2026-11-22 | members.status.to-come
            MEMBER    | 2026-11-21 | members.status.same
            CANDIDATE | 2026-02-01 | members.status.same
            MEMBER    | 2026-02-01 | -
            CANDIDATE | 2025-02-01 | -
            """)
    void anEntryMustChangeSomethingAndNotBeToCome(MemberStatus status, LocalDate on, String refusal) {
        assertThat(journal.refusal(new StatusDraft(status, on, null), TODAY)
                        .map(FieldError::message)
                        .map(message -> message.key())
                        .orElse(null))
                .isEqualTo(refusal);
    }

    @Test
    void theNewestDayComesFirst() {
        assertThat(journal.newestFirst())
                .extracting(StatusChange::status)
                .containsExactly(MEMBER, FORMER, MEMBER, CANDIDATE);
    }
}
