package coop.greffon.members.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.MemberDraft;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortKeysTest {
    @Test
    void namesStandInTheOrderOfADirectory() {
        Stream<MemberDraft> shuffled = Stream.of(
                MemberDraft.organisation("Le Lien vert"),
                MemberDraft.person("Ève", "Lebeau"),
                MemberDraft.person("Anne", "Le Bris"),
                MemberDraft.person("Zoé", "Le"),
                MemberDraft.person("Éric", "Lebeau"));
        assertThat(shuffled.sorted(Comparator.comparing(SortKeys::ofName)).map(MemberDraft::name))
                .containsExactly("Zoé Le", "Anne Le Bris", "Le Lien vert", "Éric Lebeau", "Ève Lebeau");
    }

    @Test
    void digitsCountByTheirValue() {
        assertThat(Stream.of("M-10", "10", "9", "M-9", "0011").sorted(Comparator.comparing(SortKeys::ofNumber)))
                .containsExactly("9", "10", "0011", "M-9", "M-10");
        assertThat(SortKeys.ofNumber(null)).isNull();
    }
}
