package coop.greffon.members;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.internal.validation.BeanValidation;
import coop.greffon.core.validation.Validation;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    private final Validation validation = new BeanValidation();

    private static Address in(String country) {
        return Address.main("3 rue du Puits", "05000", "Gap", country);
    }

    private List<String> refusals(Object input) {
        return validation.errors(input).stream()
                .map(error -> error.field() + " " + error.value() + " "
                        + error.message().key())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX", "ZZ", "UK", "EU", "Narnia", "fr", "F", "FRA"})
    void whatIsNoCountryIsRefusedOnce(String code) {
        assertThat(refusals(in(code))).containsExactly("country " + code + " members.shape.country");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FR", "BE", "CH", "RE", "GB", "XK"})
    void aCountryIsTaken(String code) {
        assertThat(refusals(in(code))).isEmpty();
    }

    @Test
    void noneMayBeSaid() {
        assertThat(refusals(in(null))).isEmpty();
    }

    @Test
    void ofAMemberItIsRefusedWhereItStands() {
        var draft = MemberDraft.person("Léa", "Tran")
                .withContact(new ContactDraft(List.of(), List.of(), List.of(in("FR"), in("XX")), null));

        assertThat(refusals(draft)).containsExactly("addresses[1].country XX members.shape.country");
    }

    @Test
    void peopleReadItsNameAndProgramsItsCode() {
        assertThat(in("DE").line()).isEqualTo("3 rue du Puits, 05000 Gap, DE");
        assertThat(in("DE").line(Locale.FRENCH)).isEqualTo("3 rue du Puits, 05000 Gap, Allemagne");
        assertThat(in("DE").line(Locale.ENGLISH)).isEqualTo("3 rue du Puits, 05000 Gap, Germany");
        assertThat(in(null).line(Locale.FRENCH)).isEqualTo("3 rue du Puits, 05000 Gap");
    }
}
