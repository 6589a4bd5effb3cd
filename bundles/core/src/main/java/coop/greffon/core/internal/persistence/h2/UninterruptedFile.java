package coop.greffon.core.internal.persistence.h2;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/** A file that stays open when a thread that reads or writes it is interrupted; a {@code FileChannel} of the JDK is closed for everybody. */
final class UninterruptedFile extends FileBaseDefault {
    private static final int PIECE = 64 * 1024;

    private final RandomAccessFile file;

    UninterruptedFile(RandomAccessFile file) {
        this.file = file;
    }

    @Override
    public synchronized int read(ByteBuffer to, long position) throws IOException {
        byte[] piece = new byte[Math.min(to.remaining(), PIECE)];
        file.seek(position);
        int length = file.read(piece);
        if (length > 0) {
            to.put(piece, 0, length);
        }
        return length;
    }

    @Override
    public synchronized int write(ByteBuffer from, long position) throws IOException {
        byte[] piece = new byte[Math.min(from.remaining(), PIECE)];
        int before = from.position();
        from.get(piece);
        try {
            file.seek(position);
            file.write(piece);
        } catch (IOException failed) {
            from.position(before);
            throw failed;
        }
        return piece.length;
    }

    @Override
    public long size() throws IOException {
        return file.length();
    }

    @Override
    protected synchronized void implTruncate(long size) throws IOException {
        if (size < file.length()) {
            file.setLength(size);
        }
    }

    @Override
    public void force(boolean withMetadata) throws IOException {
        file.getFD().sync();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean isShared) throws IOException {
        return file.getChannel().tryLock(position, size, isShared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
