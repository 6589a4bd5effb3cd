package coop.greffon.members.internal.importing.cells;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lea@example.org | lea@example.org",
                "LUC.ROUX@EXAMPLE.ORG | luc.roux@example.org",
                "mailto:lea@example.org | lea@example.org",
                "MAILTO: Lea@example.org | lea@example.org",
                "Joël Ibáñez <joel@example.org> | joel@example.org",
                "'\"Roux, Léa\" <lea@example.org>' | lea@example.org",
                "lea+coop@example.org | lea+coop@example.org",
                "n'guessan@example.org | n'guessan@example.org",
                "lea@mail.coop-x.example.org | lea@mail.coop-x.example.org",
            })
    void anAddressIsReadWithoutItsWrapping(String cell, String address) {
        var reading = MailAddresses.read(cell);

        assertThat(reading.addresses()).containsExactly(address);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.kept()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org;b@example.net",
                "a@example.org, b@example.net",
                "a@example.org b@example.net",
                "a@example.org\nb@example.net",
                "a@example.org / b@example.net",
                "A <a@example.org>, B <b@example.net>",
                "a@example.org; A@EXAMPLE.ORG; b@example.net"
            })
    void severalAddressesInOneCell(String cell) {
        assertThat(MailAddresses.read(cell).addresses()).containsExactly("a@example.org", "b@example.net");
    }

    @ParameterizedTest
    @CsvSource({
        "jean(at)example.org, jean@example.org",
        "jean [at] example.org, jean@example.org",
        "theo@@example.org, theo@example.org",
        "pierre saint-aubin@example.org, pierre.saint-aubin@example.org",
        "lea..roux@example.org, lea.roux@example.org",
    })
    void aBadAddressIsKeptWithAProposal(String cell, String proposal) {
        var reading = MailAddresses.read(cell);

        assertThat(reading.addresses()).isEmpty();
        assertThat(reading.kept()).containsExactly(cell);
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo(Reason.MAIL_BAD_WITH_PROPOSAL);
            assertThat(problem.arguments()).isEqualTo(List.of(cell, proposal));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eloise@",
                "gonzague@example",
                "maelle.example.org",
                "http://frederic.example.org",
                "@example.org",
                "lea@-example.org",
                "lea@example.org-",
                "voir sa fille"
            })
    void aBadAddressThatNobodyCanGuessIsKept(String cell) {
        var reading = MailAddresses.read(cell);

        assertThat(reading.addresses()).isEmpty();
        assertThat(reading.kept()).containsExactly(cell);
        assertThat(reading.problems()).extracting(Problem::reason).containsExactly(Reason.MAIL_BAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "?", "néant", "Pas de mail", "AUCUN", "n/a"})
    void wordsForNoneAreNoAddress(String cell) {
        var reading = MailAddresses.read(cell);

        assertThat(reading.addresses()).isEmpty();
        assertThat(reading.kept()).isEmpty();
        assertThat(reading.problems()).extracting(Problem::reason).containsExactly(Reason.MAIL_NONE);
    }

    @Test
    void aDotAtTheEndIsTakenOffAndTold() {
        var reading = MailAddresses.read("nadege@example.org.");

        assertThat(reading.addresses()).containsExactly("nadege@example.org");
        assertThat(reading.problems()).extracting(Problem::reason).containsExactly(Reason.MAIL_MENDED);
    }

    @Test
    void accentsAreAcceptedAndTold() {
        var reading = MailAddresses.read("hélène.louise@example.org");

        assertThat(reading.addresses()).containsExactly("hélène.louise@example.org");
        assertThat(reading.problems()).extracting(Problem::reason).containsExactly(Reason.MAIL_ACCENTED);
    }

    @Test
    void oneGoodAddressBesideABadOneIsRead() {
        var reading = MailAddresses.read("lea@example.org;lea@");

        assertThat(reading.addresses()).containsExactly("lea@example.org");
        assertThat(reading.kept()).containsExactly("lea@");
    }
}
