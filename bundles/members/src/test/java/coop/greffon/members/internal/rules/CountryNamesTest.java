package coop.greffon.members.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.audit.FieldChange;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryNamesTest {
    private static String read(String stored) {
        return CountryNames.in(new FieldChange("addresses", null, stored), Locale.FRENCH)
                .after();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "3 rue du Puits, 05000 Gap, FR; 3 rue du Puits, 05000 Gap, France",
                "3 rue du Puits, BE (au fond, DE); 3 rue du Puits, Belgique (au fond, DE)",
                "3 rue du Puits, BE [odoo.7]; 3 rue du Puits, Belgique [odoo.7]",
                "3 rue du Puits, BE (au fond) [odoo.7]; 3 rue du Puits, Belgique (au fond) [odoo.7]",
                "FR; France",
                "DELIVERY: FR; DELIVERY: France",
                "3 rue du Puits, FR | INVOICE: 4 rue du Four, DE; 3 rue du Puits, France | INVOICE: 4 rue du Four, Allemagne",
                "3 rue du Puits, 05000 GA; 3 rue du Puits, 05000 GA",
                "3 rue du Puits, XX; 3 rue du Puits, XX",
                "3 rue du Puits; 3 rue du Puits"
            })
    void theCodeAtTheEndOfAnAddressIsReadAsAName(String stored, String read) {
        assertThat(read(stored)).isEqualTo(read);
    }

    @Test
    void anythingElseStaysAsItIs() {
        var notes = new FieldChange("notes", "FR", null);

        assertThat(CountryNames.in(notes, Locale.FRENCH)).isEqualTo(notes);
        assertThat(read(null)).isNull();
    }
}
