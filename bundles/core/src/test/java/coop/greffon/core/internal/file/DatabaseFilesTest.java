package coop.greffon.core.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.file.FileDraft;
import coop.greffon.core.file.FileRule;
import coop.greffon.core.file.FileType;
import coop.greffon.core.file.StoredFile;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseFilesTest {
    private static final String PHOTO = "member/128/photo";

    private DatabaseFiles files;

    private void on(TestDatabase database) {
        TestStore store = database.fresh();
        files = new DatabaseFiles(store.jpa("core"), AdjustableClock.at("2026-11-21T09:00:00Z"));
    }

    private static FileDraft draft(String key, FileRule rule) {
        return new FileDraft("members", key, "photo.jpg", rule);
    }

    private static byte[] jpeg(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31);
        }
        bytes[0] = (byte) 0xff;
        bytes[1] = (byte) 0xd8;
        bytes[2] = (byte) 0xff;
        return bytes;
    }

    private StoredFile put(String key, byte[] content) {
        return files.put(draft(key, FileRule.PHOTO), new ByteArrayInputStream(content));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReadIsWhatWasStored(TestDatabase database) throws IOException {
        on(database);
        byte[] content = jpeg(2 * DatabaseFiles.PART + 7);

        StoredFile stored = put(PHOTO, content);

        assertThat(stored.type()).isEqualTo(FileType.JPEG);
        assertThat(stored.size()).isEqualTo(524_295);
        assertThat(files.find("members", PHOTO)).contains(stored);
        try (InputStream read = files.open(stored.id())) {
            assertThat(read.readAllBytes()).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDigestIsThatOfTheContent(TestDatabase database) {
        on(database);
        byte[] pdf = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

        StoredFile stored =
                files.put(new FileDraft("members", "d", "d.pdf", FileRule.DOCUMENT), new ByteArrayInputStream(pdf));

        // printf '%%PDF-1.7\n' | sha256sum
        assertThat(stored.sha256()).isEqualTo("0716f9264c9fe19f5d7455276107f3ddcc1d3497f63d60689a73558ae8a1bf5e");
    }

    @ParameterizedTest
    @EnumSource
    void anotherContentTakesThePlaceOfTheFormerOne(TestDatabase database) throws IOException {
        on(database);
        StoredFile former = put(PHOTO, jpeg(DatabaseFiles.PART + 1));
        try (InputStream reading = files.open(former.id())) {
            assertThat(reading.read()).isEqualTo(0xff);

            StoredFile latter = put(PHOTO, jpeg(10));

            assertThat(files.find("members", PHOTO)).contains(latter);
            assertThat(files.find(former.id())).isEmpty();
            assertThatThrownBy(reading::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileOneByteTooLargeIsRefusedAndTheFormerStays(TestDatabase database) {
        on(database);
        FileRule rule = new FileRule(Set.of(FileType.JPEG), DatabaseFiles.PART + 10L);
        StoredFile former = files.put(draft(PHOTO, rule), new ByteArrayInputStream(jpeg(DatabaseFiles.PART + 10)));

        assertThatThrownBy(() -> files.put(draft(PHOTO, rule), new ByteArrayInputStream(jpeg(DatabaseFiles.PART + 11))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors().get(0).message().key())
                                .isEqualTo("core.file.too-large"));
        assertThat(files.find("members", PHOTO)).contains(former);
    }

    @ParameterizedTest
    @EnumSource
    void aNameDoesNotMakeAKind(TestDatabase database) {
        on(database);
        byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> put(PHOTO, page))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors().get(0).message().key())
                                .isEqualTo("core.file.kind-refused"));
        assertThatThrownBy(() -> put(PHOTO, new byte[0])).isInstanceOf(InvalidInput.class);
        assertThat(files.list("members", "member/")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aModuleListsAndRemovesItsOwnFiles(TestDatabase database) {
        on(database);
        put("member/128/photo", jpeg(10));
        put("member/128/paper", jpeg(11));
        put("member/1280/photo", jpeg(12));
        files.put(
                new FileDraft("baskets", "member/128/photo", "b", FileRule.PHOTO),
                new ByteArrayInputStream(Arrays.copyOf(jpeg(13), 13)));

        assertThat(files.list("members", "member/128/"))
                .extracting(StoredFile::key)
                .containsExactly("member/128/paper", "member/128/photo");
        files.remove("members", "member/128/photo");
        assertThat(files.find("members", "member/128/photo")).isEmpty();
        assertThat(files.find("baskets", "member/128/photo")).isPresent();
    }
}
