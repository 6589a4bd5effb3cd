package coop.greffon.members.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Text;
import coop.greffon.members.internal.importing.columns.ColumnMapping;
import coop.greffon.members.internal.importing.model.Progress;
import coop.greffon.members.internal.importing.run.ImportFile;
import coop.greffon.members.internal.importing.run.ImportFile.Options;
import coop.greffon.members.internal.importing.run.ImportFixture;
import coop.greffon.members.internal.importing.run.Mode;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportLinesTest {
    private static final String HEADINGS = "id,ref,name,email,city,parent_id/id,comment";
    private static final String LONG = "Parle breton ".repeat(10).strip();

    @TempDir
    private Path folder;

    private final ImportFixture fixture = new ImportFixture(TestDatabase.H2);

    @BeforeEach
    void whoIsThere() throws IOException {
        fixture.imports.apply(
                file(HEADINGS, "x.1,1,Léa Tran,lea@example.org,Gap,,", "x.2,2,Luc Martin,,,,"),
                Mode.ALL,
                plan -> {},
                Progress.UNHEARD,
                MembersFixture.NADIA);
    }

    private ImportFile file(String... lines) throws IOException {
        Path path = Files.writeString(folder.resolve("members.csv"), String.join("\n", lines) + "\n");
        return new ImportFile(path, "members.csv", ColumnMapping.NONE, Options.USUAL);
    }

    private String listed(boolean faultyOnly, boolean onScreen, String... lines) throws IOException {
        var listed = new ImportLines(Text::key, faultyOnly, onScreen);
        fixture.imports.check(file(lines), listed::take, Progress.UNHEARD);
        var bytes = new ByteArrayOutputStream();
        listed.listing().print(new PrintStream(bytes, true, StandardCharsets.UTF_8), "csv");
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static final String[] ALL = {
        HEADINGS,
        "x.1,1,Léa Tran,lea@example.org,Briançon,,",
        "x.2,2,Luc Martin,,,,",
        "x.3,3,Zoé Petit,,,,",
        "x.4,1,Anne Roy,,,,",
        "x.5,5,Max Noir,max@,,,",
        "x.6,6,Ana Blanc,,,x.7,",
        "x.7,7,Eva Blanc,,,,"
    };

    @Test
    void eachLineSaysWhatItWouldDoInTheOrderOfTheFile() throws IOException {
        assertThat(listed(false, false, ALL)).isEqualTo("""
                line,name,outcome,severity,field,value,new,what,advice
                2,Léa Tran,UPDATE,,city,Gap,Briançon,,
                4,Zoé Petit,CREATE,,,,,members.import.becomes.PERSON,
                5,Anne Roy,ERROR,LINE_ERROR,number,1,,members.import.number-twice,members.import.number-twice.advice
                6,Max Noir,CREATE,,,,,members.import.becomes.PERSON,
                6,Max Noir,CREATE,WARNING,mail,max@,,members.import.mail-bad,members.import.mail-bad.advice
                7,Ana Blanc,CREATE,,,,,members.import.becomes.PERSON,
                7,Ana Blanc,CREATE,,,,,members.import.becomes.CO_MEMBER,
                8,Eva Blanc,CREATE,,,,,members.import.becomes.PERSON,
                """);
    }

    @Test
    void onlyWhatIsRefused() throws IOException {
        assertThat(listed(true, false, ALL)).isEqualTo("""
                line,name,outcome,severity,field,value,new,what,advice
                5,Anne Roy,ERROR,LINE_ERROR,number,1,,members.import.number-twice,members.import.number-twice.advice
                """);
    }

    @Test
    void whatIsLongIsCutForPeopleAndWholeForPrograms() throws IOException {
        String line = "x.2,2,Luc Martin,,,," + LONG;

        assertThat(listed(false, false, HEADINGS, line)).endsWith("UPDATE,,notes,," + LONG + ",,\n");
        assertThat(listed(false, true, HEADINGS, line)).endsWith("UPDATE,,notes,," + LONG.substring(0, 60) + "…,,\n");
    }
}
