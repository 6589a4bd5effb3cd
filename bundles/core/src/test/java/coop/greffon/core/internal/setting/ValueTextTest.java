package coop.greffon.core.internal.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.greffon.core.internal.setting.Declaration.Member;
import coop.greffon.garden.GardenSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextTest {
    private static final List<String> LANGUAGES = List.of("en", "fr");
    private final Map<String, Member> members =
            Declaration.of(GardenSettings.class).members();

    @ParameterizedTest
    @CsvSource({
        // setting, typed, kept
        "name, ' La Serre ', La Serre",
        "baskets, 1, 1",
        "baskets, 500, 500",
        "distance, 12 000, 12000",
        "price, '0,50', 0.50",
        "price, 99.99, 99.99",
        "open, oui, true",
        "open, FALSE, false",
        "delivery, thursday, THURSDAY",
        "season, 1/3/2026, 2026-03-01",
        "season, 2026-03-01, 2026-03-01",
        "closing, 08:05, 08:05",
        "closing, '', ''",
        "language, EN, en",
        "zone, Indian/Reunion, Indian/Reunion",
        "site, http://localhost:8181, http://localhost:8181",
        "mail, prenom.nom@coop.example.org, prenom.nom@coop.example.org",
    })
    void isKeptInOneWay(String key, String typed, String kept) throws Unfit {
        assertThat(members.get(key).kept(typed, LANGUAGES)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        // setting, typed, what is wrong, what to do
        "name, '', core.setting.error.required,",
        "name, A, core.setting.error.length, core.setting.remedy.length-between",
        "name, abcdefghijklmnopqrstu, core.setting.error.length, core.setting.remedy.length-between",
        "name, 'a\tb', core.setting.error.characters,",
        "baskets, douze, core.setting.error.whole, core.setting.remedy.number-between",
        "baskets, 1.5, core.setting.error.whole, core.setting.remedy.number-between",
        "baskets, 0, core.setting.error.range, core.setting.remedy.number-between",
        "baskets, 501, core.setting.error.range, core.setting.remedy.number-between",
        "baskets, 99999999999999999999, core.setting.error.whole, core.setting.remedy.number-between",
        "price, 1e3, core.setting.error.decimal, core.setting.remedy.number-between",
        "price, 0.49, core.setting.error.range, core.setting.remedy.number-between",
        "price, 100, core.setting.error.range, core.setting.remedy.number-between",
        "open, peut-être, core.setting.error.yes-no, core.setting.remedy.choice",
        "delivery, SUNDAY, core.setting.error.choice, core.setting.remedy.choice",
        "season, 31/02/2026, core.setting.error.date, core.setting.remedy.example",
        "season, demain, core.setting.error.date, core.setting.remedy.example",
        "season, 31/12/1899, core.setting.error.date, core.setting.remedy.example",
        "season, +999999999-12-31, core.setting.error.date, core.setting.remedy.example",
        "closing, 25:00, core.setting.error.time, core.setting.remedy.example",
        "language, de, core.setting.error.choice, core.setting.remedy.choice",
        "zone, Paris, core.setting.error.zone, core.setting.remedy.example",
        "site, coop.example.org, core.setting.error.address, core.setting.remedy.example",
        "site, javascript:alert(1), core.setting.error.address, core.setting.remedy.example",
        "mail, accueil, core.setting.error.mail, core.setting.remedy.example",
        "mail, a@b@c.org, core.setting.error.mail, core.setting.remedy.example",
    })
    void isRefusedWithAReasonAndARemedy(String key, String typed, String message, String remedy) {
        Unfit unfit =
                catchThrowableOfType(Unfit.class, () -> members.get(key).kept(typed == null ? "" : typed, LANGUAGES));

        assertThat(unfit.message().key()).isEqualTo(message);
        assertThat(unfit.remedy() == null ? null : unfit.remedy().key()).isEqualTo(remedy);
    }
}
