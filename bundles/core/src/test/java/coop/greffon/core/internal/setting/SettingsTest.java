package coop.greffon.core.internal.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.greffon.core.audit.ChangeFilter;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.internal.message.ModuleMessages;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.SettingChange;
import coop.greffon.core.setting.SettingState;
import coop.greffon.garden.GardenSettings;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    private static final Actor NADIA = Actor.job("Nadia");
    private static final String GARDEN = "garden";

    private final AdjustableClock clock = AdjustableClock.at("2026-11-21T09:00:00Z");
    private TestStore store;
    private SettingTable settings;
    private JpaAudit audit;
    private JpaSettingAdministration administration;

    private void on(TestDatabase database) {
        store = database.fresh();
        settings = new SettingTable(store.jpa("core"));
        audit = new JpaAudit(store.jpa("core"), clock);
        administration = new JpaSettingAdministration(
                store.jpa("core"),
                settings,
                new DeclaredSettings(GardenSettings.class, HostSettings.class),
                messages(),
                audit,
                clock);
    }

    private static ModuleMessages messages() {
        var messages = new ModuleMessages();
        ClassLoader loader = SettingsTest.class.getClassLoader();
        List<URL> files = List.of(
                loader.getResource("GREFFON-INF/i18n/messages_fr.properties"),
                loader.getResource("GREFFON-INF/i18n/messages_en.properties"));
        messages.load("core", Collections.enumeration(files));
        return messages;
    }

    private void set(String key, String value, LocalDate from) {
        administration.change(GARDEN, Map.of(key, value), from, null, NADIA);
    }

    /** As somebody did on 1 September, 81 days ago. */
    private void setInSeptember(String key, String value) {
        clock.advance(Duration.ofDays(-81));
        set(key, value, LocalDate.of(2026, 9, 1));
        clock.advance(Duration.ofDays(81));
    }

    private GardenSettings garden(LocalDate day) {
        return settings.on(GardenSettings.class, day);
    }

    @Test
    void whoeverStillAsksAfterTheEndHearsWhatWasKnownThen() {
        on(TestDatabase.H2);
        assertThat(garden(TODAY).name()).isEqualTo("Le Potager");

        settings.end();
        set("name", "Le Verger", TODAY);

        assertThat(garden(TODAY).name()).isEqualTo("Le Potager");
    }

    @Test
    void nothingSetMeansTheInitialValues() {
        on(TestDatabase.H2);

        GardenSettings garden = garden(TODAY);

        assertThat(garden.name()).isEqualTo("Le Potager");
        assertThat(garden.password()).isEmpty();
        assertThat(garden.baskets()).isEqualTo(60);
        assertThat(garden.distance()).isZero();
        assertThat(garden.price()).isEqualTo(new BigDecimal("12.50"));
        assertThat(garden.open()).isTrue();
        assertThat(garden.delivery()).isEqualTo(DayOfWeek.THURSDAY);
        assertThat(garden.season()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(garden.closing()).isEmpty();
        assertThat(garden.language()).isEqualTo(Locale.FRENCH);
        assertThat(garden.zone()).isEqualTo("Europe/Paris");
        assertThat(garden.site()).isEmpty();
        assertThat(garden.mail()).isEmpty();
    }

    @Test
    void theHostDeclaresItsOwn() {
        on(TestDatabase.H2);

        assertThat(settings.on(HostSettings.class, TODAY).coopName()).isEqualTo("Greffon");
        assertThat(administration.group("core").settings())
                .extracting(state -> state.info().key())
                .containsExactly(
                        "coopName",
                        "timeZone",
                        "language",
                        "publicAddress",
                        "mailSender",
                        "smtpHost",
                        "smtpPort",
                        "smtpUser",
                        "smtpPassword");
    }

    @ParameterizedTest
    @EnumSource
    void eachKindIsReadAsItWasTyped(TestDatabase database) {
        on(database);

        administration.change(
                GARDEN,
                Map.of(
                        "baskets", " 120 ",
                        "price", "13,90",
                        "open", "non",
                        "delivery", "monday",
                        "season", "21/03/2026",
                        "closing", "19:30",
                        "language", "en",
                        "site", "https://potager.example.org",
                        "mail", "accueil@example.org"),
                null,
                null,
                NADIA);

        GardenSettings garden = garden(TODAY);
        assertThat(garden.baskets()).isEqualTo(120);
        assertThat(garden.price()).isEqualTo(new BigDecimal("13.90"));
        assertThat(garden.open()).isFalse();
        assertThat(garden.delivery()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(garden.season()).isEqualTo(LocalDate.of(2026, 3, 21));
        assertThat(garden.closing()).contains(LocalTime.of(19, 30));
        assertThat(garden.language()).isEqualTo(Locale.ENGLISH);
        assertThat(garden.site()).contains(URI.create("https://potager.example.org"));
        assertThat(garden.mail()).isEqualTo("accueil@example.org");
    }

    @ParameterizedTest
    @EnumSource
    void aDayKeepsTheValueItHad(TestDatabase database) {
        on(database);
        setInSeptember("baskets", "70");
        set("baskets", "80", TODAY);
        set("baskets", "90", DECEMBER);

        assertThat(garden(LocalDate.of(2026, 8, 31)).baskets()).isEqualTo(60);
        assertThat(garden(LocalDate.of(2026, 9, 1)).baskets()).isEqualTo(70);
        assertThat(garden(TODAY.minusDays(1)).baskets()).isEqualTo(70);
        assertThat(garden(TODAY).baskets()).isEqualTo(80);
        assertThat(garden(DECEMBER.minusDays(1)).baskets()).isEqualTo(80);
        assertThat(garden(DECEMBER).baskets()).isEqualTo(90);
        assertThat(settings.changes(GardenSettings.class)).containsExactly(LocalDate.of(2026, 9, 1), TODAY, DECEMBER);
        assertThat(settings.changes(HostSettings.class)).isEmpty();
    }

    /** 70 since September; on 21 November at 9 o'clock 90 is planned for December, and taken back at 10. */
    @ParameterizedTest
    @EnumSource
    void aDayIsReadByWhatHadBeenSetUntilAnInstant(TestDatabase database) {
        on(database);
        setInSeptember("baskets", "70");
        set("baskets", "90", DECEMBER);
        clock.advance(Duration.ofHours(1));
        administration.withdraw(GARDEN, "baskets", DECEMBER, NADIA);

        assertThat(baskets("2026-08-31T23:59:59Z", DECEMBER))
                .as("nothing was set yet")
                .isEqualTo(60);
        assertThat(baskets("2026-11-21T08:59:59Z", DECEMBER)).isEqualTo(70);
        assertThat(baskets("2026-11-21T09:00:00Z", DECEMBER)).isEqualTo(90);
        assertThat(baskets("2026-11-21T09:00:00Z", TODAY)).isEqualTo(70);
        assertThat(baskets("2026-11-21T10:00:00Z", DECEMBER)).isEqualTo(70);
        assertThat(settings.asKnown(Instant.parse("2026-11-21T08:59:59Z")).changes(GardenSettings.class))
                .containsExactly(LocalDate.of(2026, 9, 1));
        assertThat(garden(DECEMBER).baskets()).as("now").isEqualTo(70);
    }

    private int baskets(String known, LocalDate day) {
        return settings.asKnown(Instant.parse(known))
                .on(GardenSettings.class, day)
                .baskets();
    }

    @ParameterizedTest
    @EnumSource
    void thePageTellsSinceWhenByWhomAndWhatComes(TestDatabase database) {
        on(database);
        setInSeptember("baskets", "70");
        clock.advance(Duration.ofMinutes(1));
        set("baskets", "90", DECEMBER);
        // As it is that day: nothing to tell of.
        set("baskets", "70", TODAY);

        SettingState state = administration.setting(GARDEN, "baskets");

        assertThat(state.value()).isEqualTo("70");
        assertThat(state.setBy()).map(SettingChange::from).contains(LocalDate.of(2026, 9, 1));
        assertThat(state.setBy()).map(change -> change.by().label()).contains("Nadia");
        assertThat(state.planned()).extracting(SettingChange::value).containsExactly("90");
        assertThat(administration.history(GARDEN, "baskets"))
                .extracting(SettingChange::value)
                .containsExactly("90", "70");
        assertThat(audit.history("core.setting", "garden.baskets"))
                .extracting(change -> change.fields().get(0).before()
                        + " > "
                        + change.fields().get(0).after())
                .containsExactly("70 > 90", "60 > 70");
    }

    /** 90 from the 1st and from the 15th of December, as two people said: when the first takes it back, the second still has it. */
    @ParameterizedTest
    @EnumSource
    void whatIsSaidForADayHoldsThoughAnEarlierPlanSaysTheSame(TestDatabase database) {
        on(database);
        LocalDate fifteenth = LocalDate.of(2026, 12, 15);
        set("baskets", "80", TODAY);
        set("baskets", "90", DECEMBER);
        set("baskets", "90", fifteenth);

        administration.withdraw(GARDEN, "baskets", DECEMBER, NADIA);

        assertThat(garden(fifteenth.minusDays(1)).baskets()).isEqualTo(80);
        assertThat(garden(fifteenth).baskets()).isEqualTo(90);
    }

    /** 60 is what it begins with, until a version that begins with another number. */
    @ParameterizedTest
    @EnumSource
    void aValueThatNobodyHadSetIsConfirmedOnce(TestDatabase database) {
        on(database);
        set("baskets", "60", TODAY);
        set("baskets", "60", TODAY);

        assertThat(administration.history(GARDEN, "baskets"))
                .extracting(SettingChange::value)
                .containsExactly("60");
        assertThat(audit.history("core.setting", "garden.baskets")
                        .get(0)
                        .fields()
                        .get(0))
                .isEqualTo(new FieldChange("baskets", null, "60"));
    }

    @ParameterizedTest
    @EnumSource
    void aPlannedChangeCanBeTakenBack(TestDatabase database) {
        on(database);
        set("baskets", "80", TODAY);
        set("baskets", "90", DECEMBER);

        administration.withdraw(GARDEN, "baskets", DECEMBER, NADIA);

        assertThat(garden(DECEMBER).baskets()).isEqualTo(80);
        assertThat(administration.setting(GARDEN, "baskets").planned()).isEmpty();
        assertThat(administration.history(GARDEN, "baskets").get(0).withdrawn()).isTrue();
        assertThatThrownBy(() -> administration.withdraw(GARDEN, "baskets", DECEMBER, NADIA))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> administration.withdraw(GARDEN, "baskets", TODAY, NADIA))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aPastDayIsNotRewritten() {
        on(TestDatabase.H2);
        int initial = garden(TODAY).baskets();

        InvalidInput refused =
                catchThrowableOfType(InvalidInput.class, () -> set("baskets", "75", TODAY.minusDays(10)));

        assertThat(refused.errors()).extracting(FieldError::field).containsExactly("from");
        assertThat(refused.errors().get(0).message().key()).isEqualTo("core.setting.error.past");
        assertThat(garden(TODAY).baskets()).isEqualTo(initial).isNotEqualTo(75);
        set("baskets", "70", TODAY);
        assertThatThrownBy(() -> set("baskets", "75", TODAY.minusDays(1))).isInstanceOf(InvalidInput.class);
        assertThat(garden(TODAY).baskets()).isEqualTo(70);
    }

    @Test
    void eachFieldAtFaultIsNamedAndNothingIsChanged() {
        on(TestDatabase.H2);

        InvalidInput refused = catchThrowableOfType(
                InvalidInput.class,
                () -> administration.change(
                        GARDEN, Map.of("name", "Jardin", "baskets", "501", "price", "cher"), null, null, NADIA));

        assertThat(refused.errors())
                .extracting(error -> error.field() + " " + error.value() + " "
                        + error.message().key())
                .containsExactlyInAnyOrder(
                        "baskets 501 core.setting.error.range", "price cher core.setting.error.decimal");
        assertThat(garden(TODAY).name()).isEqualTo("Le Potager");
    }

    @Test
    void aSecretIsNeitherShownNorAudited() {
        on(TestDatabase.H2);
        set("password", "sésame ouvre-toi", TODAY);

        assertThat(garden(TODAY).password()).isEqualTo("sésame ouvre-toi");
        SettingState state = administration.setting(GARDEN, "password");
        assertThat(state.value()).isNull();
        assertThat(state.isSet()).isTrue();
        assertThat(state.toString()).doesNotContain("sésame");
        assertThat(administration.history(GARDEN, "password").toString()).doesNotContain("sésame");
        assertThat(audit.find(ChangeFilter.all(), 0, 10).toString()).doesNotContain("sésame");

        set("password", "", TODAY);
        assertThat(garden(TODAY).password()).isEmpty();
        assertThat(administration.setting(GARDEN, "password").isSet()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theSecondOfTwoPeopleIsToldWhatTheFirstDid(TestDatabase database) {
        on(database);
        long seen = administration.group(GARDEN).revision();
        administration.change(GARDEN, Map.of("baskets", "70"), null, seen, NADIA);

        administration.change(GARDEN, Map.of("name", "Jardin"), null, seen, Actor.console());
        StaleEdit stale = catchThrowableOfType(
                StaleEdit.class,
                () -> administration.change(GARDEN, Map.of("baskets", "80"), null, seen, Actor.console()));

        assertThat(stale.errors())
                .extracting(error -> error.field() + " " + error.value())
                .containsExactly("baskets 70");
        assertThatThrownBy(() -> administration.change(GARDEN, Map.of("name", "Pré"), null, seen + 9, NADIA))
                .isInstanceOf(InvalidInput.class);
        assertThat(garden(TODAY).baskets()).isEqualTo(70);
        assertThat(garden(TODAY).name()).isEqualTo("Jardin");
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoPeopleAtOnceOneIsToldWhatTheOtherDid(TestDatabase database) throws Exception {
        on(database);
        long seen = administration.group(GARDEN).revision();
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> changes = new ArrayList<>();
            for (int person = 0; person < 8; person++) {
                String baskets = String.valueOf(70 + person);
                changes.add(() -> isChanged(baskets, seen));
            }
            List<Boolean> done = new ArrayList<>();
            for (Future<Boolean> change : people.invokeAll(changes)) {
                done.add(change.get());
            }

            assertThat(done).containsOnlyOnce(true).hasSize(8);
            assertThat(administration.history(GARDEN, "baskets")).hasSize(1);
        } finally {
            people.shutdownNow();
        }
    }

    private boolean isChanged(String baskets, long seen) {
        try {
            administration.change(GARDEN, Map.of("baskets", baskets), null, seen, NADIA);
            return true;
        } catch (StaleEdit stale) {
            return false;
        }
    }

    @Test
    void whatIsUndoneWasNeverInForce() {
        on(TestDatabase.H2);

        assertThatThrownBy(() -> store.jpa("core").tx(TransactionType.Required, em -> {
                    set("baskets", "70", TODAY);
                    assertThat(garden(TODAY).baskets()).isEqualTo(60);
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");

        assertThat(garden(TODAY).baskets()).isEqualTo(60);
    }

    @Test
    void aSettingSaysOnWhichPageItIsChanged() {
        on(TestDatabase.H2);

        assertThat(administration.setting("garden", "distance").info().page()).isEqualTo("/garden/distance");
        assertThat(administration.setting("garden", "baskets").info().page()).isNull();
    }

    @Test
    void anInterfaceWithoutADeclarationIsRefused() {
        on(TestDatabase.H2);

        assertThatThrownBy(() -> settings.on(Comparable.class, TODAY)).isInstanceOf(IllegalArgumentException.class);
    }
}
