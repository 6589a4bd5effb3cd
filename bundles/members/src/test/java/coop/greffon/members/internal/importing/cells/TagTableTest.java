package coop.greffon.members.internal.importing.cells;

import static coop.greffon.members.internal.importing.Tables.row;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.tabular.TabularFormat;
import coop.greffon.members.internal.importing.Tables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TagTableTest {
    @Test
    void pathsAreMadeOfParentsWhichMayStandBelow() {
        var table = Tables.of(
                TabularFormat.CSV,
                List.of("id", "name", "parent_id/id", "color", "active"),
                row("__export__.res_partner_category_11", "Samedi", "__export__.res_partner_category_10", "1", "True"),
                row("__export__.res_partner_category_10", "Caisse", "__export__.res_partner_category_9", "1", "True"),
                row("__export__.res_partner_category_9", "Équipe", "", "4", ""));

        assertThat(TagTable.isOne(table)).isTrue();
        assertThat(TagTable.read(table))
                .isEqualTo(Map.of(
                        "__export__.res_partner_category_11", "Équipe / Caisse / Samedi",
                        "__export__.res_partner_category_10", "Équipe / Caisse",
                        "__export__.res_partner_category_9", "Équipe"));
    }

    @Test
    void parentsMayBeGivenByName() {
        var table = Tables.of(
                TabularFormat.CSV,
                List.of("ID externe", "Nom de l'étiquette", "Catégorie parente"),
                row("__export__.res_partner_category_11", "Samedi", "Équipe / Caisse"));

        assertThat(TagTable.read(table))
                .isEqualTo(Map.of("__export__.res_partner_category_11", "Équipe / Caisse / Samedi"));
    }

    @Test
    void aCircleOfParentsEnds() {
        var table = Tables.of(
                TabularFormat.CSV,
                List.of("id", "name", "parent_id/id"),
                row("__export__.res_partner_category_1", "A", "__export__.res_partner_category_1"));

        assertThat(TagTable.read(table)).containsKey("__export__.res_partner_category_1");
    }

    @Test
    void aFileOfMembersIsNoFileOfTags() {
        var table = Tables.of(
                TabularFormat.CSV, List.of("id", "name", "parent_id/id"), row("__export__.res_partner_1", "Léa", ""));

        assertThat(TagTable.isOne(table)).isFalse();
    }
}
