package coop.greffon.members.internal.rules;

import static coop.greffon.members.MemberKind.ORGANISATION;
import static coop.greffon.members.MemberKind.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.problem.FieldError;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberKind;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MemberRulesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    private static MemberDraft draft(
            MemberKind kind, String given, String family, String organisation, String birth, String vat) {
        return new MemberDraft(
                kind,
                null,
                given,
                family,
                organisation,
                null,
                null,
                null,
                null,
                birth == null ? null : LocalDate.parse(birth),
                vat,
                null,
                null);
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(draft(PERSON, "Inès", "Marchand", null, "1984-11-21", null), List.of()),
                Arguments.of(draft(PERSON, null, "Marchand", null, null, null), List.of()),
                Arguments.of(draft(PERSON, "Inès", " ", null, "2026-11-21", null), List.of()),
                Arguments.of(draft(PERSON, " ", null, null, null, null), List.of("familyName")),
                Arguments.of(draft(PERSON, "Inès", null, null, "2026-11-22", null), List.of("birthDate")),
                Arguments.of(draft(PERSON, "Inès", null, null, "1899-12-31", null), List.of("birthDate")),
                Arguments.of(
                        draft(PERSON, "Inès", null, "Moulin", null, "FR77000001024"),
                        List.of("organisationName", "vat")),
                Arguments.of(draft(ORGANISATION, null, null, "Moulin", null, "FR77000001024"), List.of()),
                Arguments.of(draft(ORGANISATION, null, null, null, null, null), List.of("organisationName")),
                Arguments.of(
                        draft(ORGANISATION, "Inès", "Marchand", "Moulin", "1984-11-21", null),
                        List.of("givenName", "familyName", "birthDate")));
    }

    @ParameterizedTest
    @CsvSource({"fr, true", "nl, true", "br, true", "fr-BE, true", "zz, false", "xx, false"})
    void aLanguageIsOneOfTheWorlds(String language, boolean isOne) {
        MemberDraft ines = new MemberDraft(
                PERSON, null, "Inès", "Marchand", null, null, null, null, language, null, null, null, null);

        assertThat(MemberRules.errors(ines, TODAY).isEmpty()).isEqualTo(isOne);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fieldsMustFitTheKind(MemberDraft member, List<String> atFault) {
        assertThat(MemberRules.errors(member, TODAY))
                .extracting(FieldError::field)
                .isEqualTo(atFault);
    }
}
