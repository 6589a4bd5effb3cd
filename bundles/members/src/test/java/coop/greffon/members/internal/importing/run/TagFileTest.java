package coop.greffon.members.internal.importing.run;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.internal.importing.OdooFiles;
import coop.greffon.members.internal.importing.columns.ColumnMapping;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.Progress;
import coop.greffon.members.internal.importing.plan.Summary;
import coop.greffon.members.internal.importing.run.ImportFile.Options;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The file of 16 tags that Odoo wrote, brought where members are expected. */
class TagFileTest {
    private static final String TAGS = "tags.fr.import-compatible.csv";

    private final List<LinePlan> lines = new ArrayList<>();
    private ImportFixture fixture;

    private Summary check() {
        return OdooFiles.with(TAGS, path -> fixture.imports.check(file(path), lines::add, Progress.UNHEARD));
    }

    private Summary apply() {
        return OdooFiles.with(
                TAGS,
                path -> fixture.imports.apply(
                        file(path), Mode.GOOD_LINES, lines::add, Progress.UNHEARD, MembersFixture.NADIA));
    }

    private static ImportFile file(Path path) {
        return new ImportFile(path, TAGS, ColumnMapping.NONE, Options.USUAL);
    }

    private List<String> count(String from) {
        return fixture.members.sql("select count(*) from " + from);
    }

    @ParameterizedTest
    @EnumSource
    void itsTagsAreLearntAndNobodyIsCreated(TestDatabase database) {
        fixture = new ImportFixture(database);

        assertThat(apply().tags()).hasValue(16);

        assertThat(lines).isEmpty();
        assertThat(count("greffon_members_member")).containsExactly("0");
        assertThat(count("greffon_members_import_tag")).containsExactly("16");
    }

    @ParameterizedTest
    @EnumSource
    void aCheckTellsHowManyAndLearnsNone(TestDatabase database) {
        fixture = new ImportFixture(database);

        assertThat(check().tags()).hasValue(16);

        assertThat(lines).isEmpty();
        assertThat(count("greffon_members_import_tag")).containsExactly("0");
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfMembersHasNone(TestDatabase database) {
        fixture = new ImportFixture(database);

        assertThat(fixture.apply(Mode.ALL, "id,name", "x.1,Léa Tran").tags()).isEmpty();
    }
}
