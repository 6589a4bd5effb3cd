package coop.greffon.members.internal.importing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.MemberKind;
import coop.greffon.members.internal.importing.columns.MappingFault;
import coop.greffon.members.internal.importing.desk.LineKind;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.FurtherAddress;
import coop.greffon.members.internal.importing.model.Link;
import coop.greffon.members.internal.importing.model.Reason;
import coop.greffon.members.internal.web.ImportReportPages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

    private static Properties messages(String language) {
        var messages = new Properties();
        var file = "/GREFFON-INF/i18n/messages_" + language + ".properties";
        try (var reader = new InputStreamReader(MessagesTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            messages.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        messages.keySet().removeIf(key -> !key.toString().startsWith("members.import."));
        return messages;
    }

    private static Set<String> keys() {
        var reasons = Arrays.stream(Reason.values()).flatMap(reason -> Stream.of(reason.key(), reason.adviceKey()));
        var fields = Arrays.stream(Field.values()).map(Field::labelKey);
        var faults = Arrays.stream(MappingFault.Kind.values())
                .map(kind -> new MappingFault(kind, List.of()))
                .flatMap(fault -> Stream.of(fault.why().key(), fault.advice().key()));
        var others = Stream.of(
                "members.import.line",
                "members.import.becomes.no-member",
                "members.import.status.archived",
                "members.import.field.ignore",
                "members.import.field.unknown");
        var becomes = Stream.<Object[]>of(MemberKind.values(), Link.Role.values(), FurtherAddress.Use.values())
                .flatMap(Arrays::stream)
                .filter(what -> what != Link.Role.FURTHER_ADDRESS)
                .map(what -> "members.import.becomes." + what);
        var kinds = Arrays.stream(LineKind.values())
                .flatMap(kind -> Stream.of("members.import.kind.", "members.import.count.")
                        .flatMap(start -> Stream.of(
                                start + ImportReportPages.done(kind.name(), false),
                                start + ImportReportPages.done(kind.name(), true))));
        return Stream.of(reasons, fields, faults, others, becomes, kinds)
                .flatMap(keys -> keys)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyProblemAndFieldHasItsSentenceAndNoFieldIsLeftOver(String language) {
        Set<String> there = messages(language).stringPropertyNames();

        assertThat(there).containsAll(keys());
        assertThat(there)
                .filteredOn(key -> key.startsWith("members.import.field."))
                .isSubsetOf(keys());
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        var french = messages("fr");
        var english = messages("en");

        assertThat(keys())
                .allSatisfy(key -> assertThat(arguments(english.getProperty(key)))
                        .as(key)
                        .isEqualTo(arguments(french.getProperty(key))));
    }

    private static Set<String> arguments(String message) {
        return ARGUMENT.matcher(message).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    @Test
    void frenchPunctuationIsHeldByANoBreakSpace() {
        assertThat(messages("fr").values())
                .noneMatch(message -> message.toString().matches("(?s).*( [:;?!»]|« ).*"));
    }
}
