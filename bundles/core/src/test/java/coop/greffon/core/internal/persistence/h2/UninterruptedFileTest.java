package coop.greffon.core.internal.persistence.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UninterruptedFileTest {
    /** More than two of the pieces in which it is read and written, and no whole number of them. */
    private static final int LENGTH = 150_001;

    @TempDir
    private Path folder;

    private Path plain;

    @BeforeEach
    void schemeIsKnown() {
        UninterruptedPath.register();
        plain = folder.resolve("pages");
    }

    private FileChannel open(String mode) throws IOException {
        return FilePath.get("uninterrupted:" + plain).open(mode);
    }

    @Test
    void whatIsWrittenSomewhereIsReadThere() throws IOException {
        byte[] written = new byte[LENGTH];
        new Random(7).nextBytes(written);
        try (FileChannel file = open("rw")) {
            ByteBuffer from = ByteBuffer.wrap(written);
            while (from.hasRemaining()) {
                file.write(from, 5L + from.position());
            }
            file.force(true);

            ByteBuffer to = ByteBuffer.allocate(LENGTH);
            while (to.hasRemaining()) {
                file.read(to, 5L + to.position());
            }
            assertThat(to.array()).isEqualTo(written);
            assertThat(file.size()).isEqualTo(5L + LENGTH);
        }
        assertThat(Files.size(plain)).isEqualTo(5L + LENGTH);
    }

    @Test
    void behindTheEndNothingIsRead() throws IOException {
        try (FileChannel file = open("rw")) {
            file.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), 0);
            ByteBuffer to = ByteBuffer.allocate(10);

            assertThat(file.read(to, 1)).isEqualTo(2);
            assertThat(file.read(to, 3)).isEqualTo(-1);
            assertThat(to.position()).isEqualTo(2);
        }
    }

    @Test
    void itIsShortenedAndNeverLengthenedByTruncating() throws IOException {
        try (FileChannel file = open("rw")) {
            file.write(ByteBuffer.wrap(new byte[10]), 0);
            file.truncate(20);
            assertThat(file.size()).isEqualTo(10);
            file.truncate(4);
            assertThat(file.size()).isEqualTo(4);
        }
    }

    @Test
    void anInterruptedThreadReadsAndWritesAllTheSame() throws IOException {
        try (FileChannel file = open("rw")) {
            Thread.currentThread().interrupt();
            file.write(ByteBuffer.wrap(new byte[] {42}), 0);
            file.force(true);
            ByteBuffer to = ByteBuffer.allocate(1);
            file.read(to, 0);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(to.get(0)).isEqualTo((byte) 42);
            assertThat(file.isOpen()).isTrue();
        }
    }

    @Test
    void aWriteThatFailsTakesNothingFromWhatIsWritten() throws IOException {
        Files.write(plain, new byte[] {1});
        try (FileChannel file = open("r")) {
            ByteBuffer from = ByteBuffer.wrap(new byte[] {1, 2, 3});

            assertThatThrownBy(() -> file.write(from, 0)).isInstanceOf(IOException.class);
            assertThat(from.remaining()).isEqualTo(3);
        }
    }

    @Test
    void nobodyElseLocksIt() throws IOException {
        try (FileChannel file = open("rw");
                FileChannel other = open("rw")) {
            assertThat(file.tryLock()).isNotNull();
            assertThatThrownBy(other::tryLock).isInstanceOf(OverlappingFileLockException.class);
        }
    }
}
