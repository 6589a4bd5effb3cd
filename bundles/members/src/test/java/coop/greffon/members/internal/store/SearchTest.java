package coop.greffon.members.internal.store;

import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static coop.greffon.members.internal.store.MembersFixture.person;
import static coop.greffon.members.internal.store.MembersFixture.reachable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coop.greffon.members.CardDraft;
import coop.greffon.members.CardKind;
import coop.greffon.members.FoundBy;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberOrder;
import coop.greffon.members.MemberPage;
import coop.greffon.members.MemberPage.Total;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.NewMember;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchTest {
    private MembersFixture fixture;

    private void on(TestDatabase database) {
        fixture = new MembersFixture(database);
    }

    /** Each line: what is typed, and who is found, best first. */
    private static final String[][] FOUND = {
        {"mar", "Inès Marchand", "Malo Marchand", "Marie Dubois", "Zoé Martin"},
        {"MARCH", "Inès Marchand", "Malo Marchand"},
        {"inès", "Inès Marchand"},
        {"INES", "Inès Marchand"},
        {"ines mar", "Inès Marchand"},
        {"mar ines", "Inès Marchand"},
        {"ines dubois"},
        {"in ma", "Inès Marchand"},
        {"ma ma", "Malo Marchand", "Inès Marchand", "Marie Dubois", "Zoé Martin"},
        {"malo ma", "Malo Marchand"},
        {"mar marchand", "Inès Marchand", "Malo Marchand"},
        {"marchand mar 128", "Inès Marchand"},
        {"i marc", "Inès Marchand"},
        {"matrin zoe", "Zoé Martin"},
        {"tro fer", "Ferme des Trois Chênes"},
        {"lebris", "Gwenaël Le Bris"},
        {"le br", "Gwenaël Le Bris"},
        {"chand"},
        {"128", "Inès Marchand"},
        {"12", "Gwenaël Le Bris", "Inès Marchand", "Malo Marchand"},
        {"00128", "Inès Marchand"},
        {"ines.marchand@", "Inès Marchand"},
        {"ines.marchand@EXAMPLE.org", "Inès Marchand"},
        {"06 39 98 12 34", "Inès Marchand"},
        {"0639981234", "Inès Marchand"},
        {"+33 6 39.98.12.34", "Inès Marchand"},
        {"06 39 98", "Inès Marchand"},
        {"0420000128005", "Inès Marchand"},
        {"420000128005", "Inès Marchand"},
        {"00420000128005", "Inès Marchand"},
        {"trois", "Ferme des Trois Chênes"},
        {"chenes fer", "Ferme des Trois Chênes"},
        // A slip in a name of five letters or more, typed whole
        {"marchad", "Inès Marchand", "Malo Marchand"},
        {"marchandd", "Inès Marchand", "Malo Marchand"},
        {"marchqnd", "Inès Marchand", "Malo Marchand"},
        {"amrchand", "Inès Marchand", "Malo Marchand"},
        {"dubios marie", "Marie Dubois"},
        {"mrtin", "Zoé Martin"},
        {"marin", "Marie Dubois", "Zoé Martin"},
        {"march4nd", "Inès Marchand", "Malo Marchand"},
        {"marchand1", "Inès Marchand", "Malo Marchand"},
        {"0marchand", "Inès Marchand", "Malo Marchand"},
        {"m4rch4nd"},
        {"mar chand", "Inès Marchand", "Malo Marchand"},
        {"du bois", "Marie Dubois"},
        {"marie du bois", "Marie Dubois"},
        {"le bris", "Gwenaël Le Bris"},
        {"lebrus", "Gwenaël Le Bris"},
        // The beginning of a name, of two letters
        {"zo", "Zoé Martin"},
        {"n° 128", "Inès Marchand"},
        {"n°00128", "Inès Marchand"},
        {"nº 129", "Malo Marchand"},
        {"no 900", "Zoé Martin"},
        {"mratni"},
        {"mlao"},
        {"zzz"},
        {"’"},
    };

    private void writeDown() {
        NewMember ines = reachable(person("Inès", "Marchand", "00128"), "Ines.Marchand@example.org", "06.39.98.12.34");
        fixture.members.create(
                new NewMember(
                        ines.details(),
                        ines.statuses(),
                        List.of(),
                        List.of(new CardDraft(CardKind.BARCODE, "420000128005", LocalDate.parse("2023-03-04")))),
                NADIA);
        fixture.create("Malo", "Marchand", "129");
        fixture.create("Zoé", "Martin", "900");
        fixture.create("Marie", "Dubois", "26");
        fixture.create("Gwenaël", "Le Bris", "12");
        fixture.members.create(NewMember.of(MemberDraft.organisation("Ferme des Trois Chênes")), NADIA);
    }

    @ParameterizedTest
    @EnumSource
    void findsWhoIsMeant(TestDatabase database) {
        on(database);
        writeDown();

        for (String[] line : FOUND) {
            MemberPage page = fixture.members.list(MemberFilter.query(line[0]), MemberOrder.NAME, 0, 25);
            List<String> expected = List.of(line).subList(1, line.length);
            assertThat(page.rows()).as(line[0]).extracting(MemberSummary::name).isEqualTo(expected);
            assertThat(page.total()).as(line[0]).isEqualTo(new Total(expected.size(), true));
            assertThat(fixture.members.count(MemberFilter.query(line[0])))
                    .as(line[0])
                    .isEqualTo(expected.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoseNameBeginsLikeAParticleComesBeforeWhoHasOne(TestDatabase database) {
        on(database);
        fixture.create("Hugo", "Costa du Lac", "1");
        fixture.create("Wei", "Du", "2");
        fixture.create("Ada", "du Bois", "3");
        fixture.create("Paul", "Dumas", "4");
        fixture.create("Dune", "Roy", "5");

        assertThat(names("du", 0, 10))
                .containsExactly("Wei Du", "Ada du Bois", "Paul Dumas", "Dune Roy", "Hugo Costa du Lac");
        assertThat(names("du", 3, 2)).containsExactly("Dune Roy", "Hugo Costa du Lac");
        assertThat(names("du lac", 0, 10)).containsExactly("Hugo Costa du Lac");
    }

    @ParameterizedTest
    @EnumSource
    void aChangeIsFoundAtOnceAndTheOldNoMore(TestDatabase database) {
        on(database);
        Member malo = fixture.create("Malo", "Marchand", "129");

        fixture.members.change(
                malo.id(), 0, MemberDraft.person("Malo", "Kervella").withNumber("129"), NADIA);

        assertThat(names("kerv")).containsExactly("Malo Kervella");
        assertThat(names("kervela")).containsExactly("Malo Kervella");
        assertThat(names("marchand")).isEmpty();
        assertThat(names("marchnd")).isEmpty();
    }

    private List<String> names(String query, int skip, int most) {
        return fixture.members.list(MemberFilter.query(query), MemberOrder.NAME, skip, most).rows().stream()
                .map(MemberSummary::name)
                .toList();
    }

    private List<String> names(String query) {
        return fixture.members.list(MemberFilter.query(query), MemberOrder.NAME, 0, 25).rows().stream()
                .map(MemberSummary::name)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aQueryAndFiltersGoTogether(TestDatabase database) {
        on(database);
        fixture.members.create(
                NewMember.of(MemberDraft.person("Anne", "Vidal").withTags(List.of("Équipe / Caisse"))), NADIA);
        fixture.members.create(
                new NewMember(
                        MemberDraft.person("Anne", "Vignon").withTags(List.of("Équipe")),
                        person("x", "y", null).statuses(),
                        List.of(),
                        List.of()),
                NADIA);
        fixture.members.create(
                NewMember.of(MemberDraft.organisation("Vinaigrerie").withTags(List.of("Équipement"))), NADIA);

        assertThat(found(new MemberFilter("vi", Standing.NONE, null, null)))
                .containsExactly("Anne Vidal", "Vinaigrerie");
        assertThat(found(new MemberFilter("vi", null, "Équipe", null))).containsExactly("Anne Vidal", "Anne Vignon");
        assertThat(found(new MemberFilter("vi", null, "Équipe / Caisse", MemberKind.PERSON)))
                .containsExactly("Anne Vidal");
        assertThat(found(new MemberFilter("vi", null, null, MemberKind.ORGANISATION)))
                .containsExactly("Vinaigrerie");
        assertThat(found(new MemberFilter(null, Standing.MEMBER, "Équipe", MemberKind.PERSON)))
                .containsExactly("Anne Vignon");
        assertThat(found(new MemberFilter(null, Standing.NONE, null, null)))
                .containsExactly("Anne Vidal", "Vinaigrerie");
        assertThat(found(new MemberFilter(null, null, "Équip", null))).isEmpty();
    }

    private List<String> found(MemberFilter filter) {
        MemberPage page = fixture.members.list(filter, MemberOrder.NAME, 0, 25);
        assertThat(page.total()).isEqualTo(new Total(page.rows().size(), true));
        assertThat(fixture.members.count(filter)).isEqualTo(page.rows().size());
        return page.rows().stream().map(MemberSummary::name).toList();
    }

    @ParameterizedTest
    @EnumSource
    void byATagThatNobodyHasNobodyIsFound(TestDatabase database) {
        on(database);
        MemberDraft tagged = MemberDraft.person("Inès", "Marchand").withTags(List.of("Marché / Livraison"));
        fixture.members.create(NewMember.of(tagged), NADIA);

        assertThat(list(null, "Marché")).isEqualTo(1);
        assertThat(list(null, "Marché / Livraison")).isEqualTo(1);
        assertThat(list("zoe", "Marché")).isZero();
        assertThat(list(null, "Marche")).isZero();
        assertThat(list("ines", "Marche")).isZero();
    }

    private int list(String query, String tag) {
        return fixture.members
                .list(new MemberFilter(query, null, tag, null), MemberOrder.NAME, 0, 25)
                .rows()
                .size();
    }

    @ParameterizedTest
    @EnumSource
    void pagesFollowEachOtherWithoutGapOrDouble(TestDatabase database) {
        on(database);
        List<NewMember> many = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            many.add(person("Anne", "Anneau" + (char) ('a' + i % 26) + (char) ('a' + i / 26), Integer.toString(i)));
        }
        fixture.members.createAll(many, NADIA);

        for (MemberFilter filter :
                List.of(MemberFilter.query("ann"), MemberFilter.ALL, MemberFilter.query("ann anneau"))) {
            List<Long> ids = new ArrayList<>();
            for (int skip = 0; skip < 75; skip += 25) {
                fixture.members.list(filter, MemberOrder.NAME, skip, 25).rows().forEach(row -> ids.add(row.id()));
            }
            assertThat(ids).hasSize(60).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void beyondAThousandATotalIsOnlyABound(TestDatabase database) {
        on(database);
        List<NewMember> many = new ArrayList<>();
        for (int i = 0; i < 1001; i++) {
            many.add(NewMember.of(MemberDraft.person("Anne", "Martin")));
        }
        fixture.members.createAll(many, NADIA);
        var persons = new MemberFilter(null, null, null, MemberKind.PERSON);

        for (MemberFilter filter : List.of(MemberFilter.query("mart"), MemberFilter.query("matrin"), persons)) {
            assertThat(fixture.members.list(filter, MemberOrder.NAME, 0, 25).total())
                    .isEqualTo(new Total(1000, false));
            assertThat(fixture.members.count(filter)).isEqualTo(1001);
        }
        assertThat(fixture.members
                        .list(MemberFilter.ALL, MemberOrder.NAME, 0, 25)
                        .total())
                .isEqualTo(new Total(1001, true));
        MemberFilter twoWords = MemberFilter.query("an mart");
        assertThat(fixture.members.list(twoWords, MemberOrder.NAME, 0, 25).total())
                .isEqualTo(new Total(1000, false));
        assertThat(fixture.members.count(twoWords)).isEqualTo(1001);
    }

    @ParameterizedTest
    @EnumSource
    void everyOrderHasItsOpposite(TestDatabase database) {
        on(database);
        fixture.create("Zoé", "Martin", "9");
        fixture.create("Anne", "Vidal", "10");
        fixture.members.create(NewMember.of(MemberDraft.organisation("Moulin de la Brenne")), NADIA);

        assertThat(ordered(MemberOrder.By.NAME, false))
                .containsExactly("Zoé Martin", "Moulin de la Brenne", "Anne Vidal");
        assertThat(ordered(MemberOrder.By.NAME, true))
                .containsExactly("Anne Vidal", "Moulin de la Brenne", "Zoé Martin");
        assertThat(ordered(MemberOrder.By.NUMBER, false))
                .containsExactly("Zoé Martin", "Anne Vidal", "Moulin de la Brenne");
        assertThat(ordered(MemberOrder.By.NUMBER, true))
                .containsExactly("Moulin de la Brenne", "Anne Vidal", "Zoé Martin");
        assertThat(ordered(MemberOrder.By.SINCE, false)).first().isEqualTo("Moulin de la Brenne");
        assertThat(ordered(MemberOrder.By.SINCE, true)).last().isEqualTo("Moulin de la Brenne");
    }

    private List<String> ordered(MemberOrder.By by, boolean descending) {
        return fixture.members.list(MemberFilter.ALL, new MemberOrder(by, descending), 0, 25).rows().stream()
                .map(MemberSummary::name)
                .toList();
    }

    /** Each line: what is typed, and by what Inès is found; nothing where her name or number shows it. */
    private static final String[][] FOUND_BY = {
        {"march", null},
        {"marchqnd", null},
        {"128", null},
        {"ines.marchand@", "MAIL"},
        {"06 39 98", "PHONE"},
        {"inès 0639981234", "PHONE"},
        {"0420000128005", "CARD"},
    };

    @ParameterizedTest
    @EnumSource
    void byWhatSomebodyIsFoundIsToldWhereTheNameDoesNotShowIt(TestDatabase database) {
        on(database);
        writeDown();
        fixture.members.create(
                reachable(person("Odile", "Roy", "77"), "la.tulipe@example.org", "02 61 91 60 10"), NADIA);

        for (String[] line : FOUND_BY) {
            MemberSummary first = fixture.members
                    .list(MemberFilter.query(line[0]), MemberOrder.NAME, 0, 5)
                    .rows()
                    .get(0);
            assertThat(first.name()).as(line[0]).isEqualTo("Inès Marchand");
            assertThat(first.foundBy()).as(line[0]).isEqualTo(line[1] == null ? null : FoundBy.valueOf(line[1]));
        }
        assertThat(fixture.members
                        .list(MemberFilter.query("tulipe"), MemberOrder.NAME, 0, 5)
                        .rows())
                .extracting(MemberSummary::name, MemberSummary::foundBy)
                .containsExactly(tuple("Odile Roy", FoundBy.MAIL));
        assertThat(fixture.members
                        .list(MemberFilter.ALL, MemberOrder.NAME, 0, 9)
                        .rows())
                .extracting(MemberSummary::foundBy)
                .containsOnlyNulls();
    }
}
