package coop.greffon.core.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.journal.Verification;
import coop.greffon.core.journal.Verification.Fault;
import coop.greffon.core.message.Text;
import coop.greffon.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a check finds of a journal that somebody changed behind its back. */
class AlteredJournalTest extends JournalBench {
    /** An alteration, the fault it shows as and the entry it shows at. */
    private record Alteration(String sql, String fault, long position) {}

    private static final List<Alteration> ALTERATIONS = List.of(
            new Alteration("set amount = -1240 where position = 2", "altered", 2),
            new Alteration("set effective_at = timestamp '2026-11-20 12:00:00' where position = 2", "altered", 2),
            new Alteration("set recorded_at = timestamp '2026-11-20 12:00:00' where position = 3", "altered", 3),
            new Alteration("set facts = '{\"till\":\"5\"}' where position = 1", "altered", 1),
            new Alteration("set facts = 'nonsense' where position = 1", "altered", 1),
            new Alteration("set actor_account = 8 where position = 3", "altered", 3),
            new Alteration("set actor_kind = 'NOBODY' where position = 3", "altered", 3),
            new Alteration("set cause_key = 'z' where position = 2", "altered", 2),
            new Alteration("set kind = 'gift' where position = 2", "altered", 2),
            new Alteration("set previous_hash = hash where position = 2", "link", 2),
            new Alteration("set personal = '{\"buyer\":\"member/129\"}' where position = 1", "personal", 1),
            new Alteration("set personal = null where position = 1", "personal", 1),
            new Alteration("set personal_digest = null where position = 1", "altered", 1),
            new Alteration("set position = 4 where position = 3", "missing", 3));

    @ParameterizedTest
    @EnumSource
    void whatWasAlteredIsFoundWhereItWasAltered(TestDatabase database) {
        on(database);
        for (int i = 0; i < ALTERATIONS.size(); i++) {
            Alteration alteration = ALTERATIONS.get(i);
            String chain = "altered/" + i;
            journal.append(draft(chain, chain + "a", 5000).fact("till", "4").personal("buyer", "member/128"));
            journal.append(draft(chain, chain + "b", -1250));
            journal.append(draft(chain, chain + "c", -3100));
            assertThat(journal.verify(chain).isSound()).isTrue();

            execute("update greffon_wallet_entry " + alteration.sql() + " and chain = '" + chain + "'");

            long at = alteration.position();
            assertThat(journal.verify(chain))
                    .as(alteration.sql())
                    .isEqualTo(new Verification(
                            chain, at - 1, new Fault(at, Text.of("core.journal.fault." + alteration.fault(), at))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMissingIsFound(TestDatabase database) {
        on(database);
        threeEntries();
        execute("delete from greffon_wallet_entry where position = 3");

        assertThat(journal.verify(INES).fault()).isEqualTo(new Fault(3, Text.of("core.journal.fault.missing", 3L)));

        execute("delete from greffon_wallet_entry where position = 1");
        assertThat(journal.verify(INES).fault()).isEqualTo(new Fault(1, Text.of("core.journal.fault.missing", 1L)));
    }

    @ParameterizedTest
    @EnumSource
    void aBalanceThatIsNotTheSumIsFound(TestDatabase database) {
        on(database);
        threeEntries();

        execute("update greffon_wallet_entry_chain set balance = 651");

        assertThat(journal.verify(INES).fault()).isEqualTo(new Fault(3, Text.of("core.journal.fault.head", 3L)));
        execute("update greffon_wallet_entry_chain set balance = 650, length = 2");
        assertThat(journal.verify(INES).fault()).isEqualTo(new Fault(3, Text.of("core.journal.fault.added", 3L)));
        execute("delete from greffon_wallet_entry_chain");
        assertThat(journal.verify(INES).fault()).isEqualTo(new Fault(1, Text.of("core.journal.fault.head", 1L)));
    }

    /** Whoever writes in the database can make a chain that holds together, but not one that was signed. */
    @ParameterizedTest
    @EnumSource
    void aChainRewrittenAsAWholeIsFoundByItsSeal(TestDatabase database) {
        on(database);
        threeEntries();
        journal.append(draft(MALO, "m", 1));
        assertThat(journals.seal()).isEqualTo(1);
        assertThat(journals.seal()).as("nothing grew since").isZero();

        execute("delete from greffon_wallet_entry where chain = '" + INES + "'");
        execute("delete from greffon_wallet_entry_chain where chain = '" + INES + "'");
        journal.append(draft(INES, "a", 5000).fact("till", "4"));
        journal.append(draft(INES, "b", -250));

        assertThat(journal.verify(INES).fault()).isEqualTo(new Fault(3, Text.of("core.journal.fault.missing", 3L)));
        journal.append(draft(INES, "c", -3100));
        assertThat(journal.verify(INES).fault()).isEqualTo(new Fault(3, Text.of("core.journal.fault.seal", 3L)));
        assertThat(journal.verify(MALO).isSound()).isTrue();
        assertThat(journal.verifySeals()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aForgedOrMissingSealIsFound(TestDatabase database) {
        on(database);
        threeEntries();
        journals.seal();
        journal.append(draft(INES, "d", 1));
        journals.seal();
        assertThat(journal.verify(INES).isSound()).isTrue();
        assertThat(journal.verifySeals()).isEmpty();

        execute("update greffon_core_root_mark set hash = '" + "f".repeat(64) + "' where number = 2");
        assertThat(journal.verifySeals()).contains(Text.of("core.journal.seal.forged", 2L));
        execute("delete from greffon_core_root_mark where number = 1");
        execute("delete from greffon_core_root where number = 1");
        assertThat(journal.verifySeals()).contains(Text.of("core.journal.seal.missing", 1L));
    }
}
