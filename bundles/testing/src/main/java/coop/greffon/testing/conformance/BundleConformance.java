package coop.greffon.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The rules of the house that a machine can check; each bundle inherits them in one class. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class BundleConformance {
    private static final int LONGEST_POM = 15;
    private static final String SCHEMA = "GREFFON-INF/schema/module.schema.json";
    private static final Set<String> HOST = Set.of("core", "web");
    private static final String DESCRIPTION = "greffon.openapi";
    private static final String WRITE = "write";

    private final BundleProject project = new BundleProject(Path.of("").toAbsolutePath());
    private final BundleClasses classes = new BundleClasses(project);
    private final Sentences sentences = new Sentences(project);

    // module.json

    @Test
    void moduleFileFitsItsSchema() throws IOException {
        try (InputStream schema = BundleConformance.class.getClassLoader().getResourceAsStream(SCHEMA)) {
            assertThat(schema).as(SCHEMA + " on the class path").isNotNull();
            var problems = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(project.moduleFile());

            assertThat(problems).as("module.json").isEmpty();
        }
        assertThat(project.moduleFile().path("id").asText()).isEqualTo(project.id());
    }

    @Test
    void menuEntriesLeadToPages() {
        Set<String> routes = classes.pages();

        for (JsonNode entry : project.moduleFile().path("menu")) {
            assertThat(routes).as("pages").contains(entry.path("path").asText());
            assertThat(sentences.keys())
                    .as("messages")
                    .contains(entry.path("key").asText());
        }
    }

    @Test
    void menuEntriesHaveIconsOfTheSprite() {
        Set<String> sprite = project.icons();

        for (JsonNode entry : project.moduleFile().path("menu")) {
            if (entry.has("icon")) {
                assertThat(sprite).as("icons").contains(entry.path("icon").asText());
            }
        }
    }

    @Test
    void permissionsAskedForAreDeclared() {
        Set<String> declared = project.declaredPermissions();

        assertThat(declared).containsAll(classes.requiredPermissions());
        for (JsonNode entry : project.moduleFile().path("menu")) {
            if (entry.has("permission")) {
                assertThat(declared).contains(entry.path("permission").asText());
            }
        }
    }

    @Test
    void ownPermissionsAreAskedForAndDescribed() {
        Set<String> own = project.ownPermissions();

        assertThat(own).allMatch(permission -> permission.startsWith(project.id() + "."));
        assertThat(sentences.keys()).containsAll(own);
        if (!HOST.contains(project.id())) {
            assertThat(classes.requiredPermissions())
                    .as("permissions that routes ask for")
                    .containsAll(own);
        }
    }

    // Messages

    @Test
    void frenchAndEnglishSayTheSame() {
        assertThat(sentences.differences()).isEmpty();
    }

    @Test
    void noMessageIsWrittenTwice() {
        assertThat(sentences.saidTwice()).isEmpty();
    }

    @Test
    void messagesBelongToTheBundleAndSayWhatItIs() {
        assertThat(sentences.keys())
                .contains(project.id() + ".module.name", project.id() + ".module.summary")
                .allMatch(key -> key.startsWith(project.id() + "."));
    }

    @Test
    void frenchTypographyHasItsNoBreakSpaces() {
        assertThat(sentences.typographyFaults()).isEmpty();
    }

    @Test
    void messagesAskedForExist() {
        assertThat(sentences.missing()).isEmpty();
    }

    // Letters

    @Test
    void lettersHaveTheirWordsAndTheirPlacesHaveNames() {
        assertThat(new DeclaredLetters(project, sentences).faults()).isEmpty();
    }

    @Test
    void onlyDeclaredLettersAreWritten() {
        assertThat(new DeclaredLetters(project, sentences).undeclared())
                .as("letters with a title that module.json does not declare")
                .isEmpty();
    }

    // Templates and help

    @Test
    void everyTemplateIsUsed() {
        String all = String.join("\n", project.javaSources().values())
                + String.join("\n", project.templates().values());
        Set<String> orphans = project.templates().keySet().stream()
                .filter(name -> !all.matches("(?s).*(emplates\\.|TEMPLATES\\.|@template\\.)" + name + "\\(.*"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(orphans).as("templates nobody renders").isEmpty();
    }

    @Test
    void helpThatPagesOpenIsWritten() {
        assertThat(project.missingHelp()).isEmpty();
    }

    // Persistence

    @Test
    void migrationsAreNamedAndNumberedForAllBundles() {
        assertThat(project.migrations().keySet()).allMatch(name -> name.matches("V\\d{8}_\\d{4}__[a-z0-9_]+\\.sql"));
        assertThat(Migrations.doubledNumbers())
                .as("numbers that two scripts have")
                .isEmpty();
    }

    @Test
    void migrationsMayRunAgain() {
        assertThat(Migrations.notRepeatable(project.migrations())).isEmpty();
    }

    @Test
    void migrationsMakeOnlyTheBundlesOwnTables() {
        assertThat(Migrations.foreignNames(project.migrations(), project.id())).isEmpty();
    }

    @Test
    void entitiesAreListedAndStoredInTheBundlesTables() {
        Map<String, String> tables = classes.tables();

        assertThat(project.listedEntities()).containsExactlyInAnyOrderElementsOf(tables.keySet());
        assertThat(tables.values()).allMatch(table -> table.startsWith("greffon_" + project.id() + "_"));
    }

    @Test
    void persistenceNeitherValidatesNorCachesAcrossTransactions() {
        project.persistenceFile()
                .ifPresent(text -> assertThat(text)
                        .contains(
                                "<validation-mode>NONE</validation-mode>",
                                "<property name=\"eclipselink.cache.shared.default\" value=\"false\"/>",
                                "(osgi.jndi.service.name=greffon/" + project.id() + ")"));
    }

    // Web

    @Test
    void everyRouteSaysWhoMayEnter() {
        assertThat(classes.routesOpenToNobody()).isEmpty();
    }

    @Test
    void routesBeginWithTheBundlesName() {
        if (!HOST.contains(project.id())) {
            String name = project.id();
            assertThat(classes.routes())
                    .allMatch(route -> route.equals("/" + name)
                            || route.startsWith("/" + name + "/")
                            || route.startsWith("/api/" + name + "/v1"));
        }
    }

    @Test
    void addressesForProgramsAreDescribedAsTheyAre() throws IOException {
        String described = new RestDescription(project.id(), project.version())
                .of(classes.resourceClasses())
                .orElse("");
        Path file = project.file("src/main/resources/GREFFON-INF/openapi.json");
        if (WRITE.equals(System.getProperty(DESCRIPTION)) && !described.isEmpty()) {
            Files.writeString(file, described);
        }

        // Compared here and not by the assertion, which would print either text in full.
        boolean isTrue = described.equals(Files.exists(file) ? Files.readString(file) : "");
        assertThat(isTrue)
                .as(
                        "%s is up to date; tests run with -D%s=%s write it anew: look at what changed",
                        file, DESCRIPTION, WRITE)
                .isTrue();
    }

    // What others build on

    @Test
    void exportedPackagesTellTheirStoryAndHaveAVersion() {
        assertThat(classes.packagesWithoutVersion()).isEmpty();
    }

    @Test
    void noLibraryShowsInTheApi() {
        assertThat(classes.librariesInTheApi()).isEmpty();
    }

    @Test
    void arrowsGoDownOnly() {
        classes.checkFloors();
    }

    @Test
    void packagesHaveNoCycles() {
        classes.checkCycles();
    }

    @Test
    void nobodyIsInterrupted() {
        classes.checkInterrupts();
    }

    @Test
    void nobodyReadsTheMachinesClock() {
        classes.checkClock();
    }

    // The project

    @Test
    void thePomSaysOnlyWhatIsItsOwn() {
        if (!HOST.contains(project.id())) {
            assertThat(project.text("pom.xml").lines().count()).isLessThanOrEqualTo(LONGEST_POM);
        }
    }

    @Test
    void theReadmeSpeaksFrenchThenEnglish() {
        List<String> headings = project.text("README.md")
                .lines()
                .filter(line -> line.startsWith("#"))
                .toList();

        assertThat(headings).as("headings of README.md").hasSizeGreaterThanOrEqualTo(2);
        assertThat(headings.get(0)).startsWith("# ");
        assertThat(headings).contains("## In English");
    }

    @Test
    void theChangelogTellsOfThisVersionInBothLanguages() {
        String changelog = project.text("CHANGELOG.md");
        int version = changelog.indexOf("\n## " + project.version() + "\n");

        assertThat(version).as("## " + project.version() + " in CHANGELOG.md").isGreaterThanOrEqualTo(0);
        int next = changelog.indexOf("\n## ", version + 1);
        assertThat(changelog.substring(version, next < 0 ? changelog.length() : next))
                .contains("### Français\n", "### English\n");
    }
}
