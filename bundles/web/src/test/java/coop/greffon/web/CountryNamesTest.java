package coop.greffon.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryNamesTest {
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
                "INVOICE: 4 rue du Four, DE; INVOICE: 4 rue du Four, Allemagne",
                "3 rue du Puits, 05000 GA; 3 rue du Puits, 05000 GA",
                "3 rue du Puits, XX; 3 rue du Puits, XX",
                "3 rue du Puits; 3 rue du Puits"
            })
    void theCodeAtTheEndOfAnAddressIsReadAsAName(String stored, String read) {
        assertThat(CountryNames.in(stored, Locale.FRENCH)).isEqualTo(read);
    }
}
