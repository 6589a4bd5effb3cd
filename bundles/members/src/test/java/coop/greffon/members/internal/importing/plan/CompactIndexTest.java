package coop.greffon.members.internal.importing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompactIndexTest {
    @Test
    void theFirstRecordOfEachKeyIsKeptHoweverManyThereAre() {
        var index = new CompactIndex();
        for (int record = 0; record < 100_000; record++) {
            assertThat(index.putFirst(CompactIndex.key("member", "" + record), record))
                    .isEqualTo(record);
        }

        assertThat(index.putFirst(CompactIndex.key("member", "7"), 100_000)).isEqualTo(7);
        assertThat(index.get(CompactIndex.key("member", "99999"))).isEqualTo(99_999);
        assertThat(index.get(CompactIndex.key("member", "100000"))).isEqualTo(CompactIndex.NONE);
        assertThat(index.get(CompactIndex.key("member7"))).isEqualTo(CompactIndex.NONE);
    }

    @Test
    void aRecordMayTakeTheKeyOfAnother() {
        var index = new CompactIndex();
        index.putFirst(CompactIndex.key("27"), 1);

        index.put(CompactIndex.key("27"), 2);

        assertThat(index.get(CompactIndex.key("27"))).isEqualTo(2);
    }
}
