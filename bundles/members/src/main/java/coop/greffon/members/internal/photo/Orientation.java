package coop.greffon.members.internal.photo;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How a camera was held: a telephone writes pictures as its sensor sees them, and says beside them which way is up. */
final class Orientation {
    private static final int UPRIGHT = 1;
    private static final int LAST = 8;
    private static final int TAG = 0x0112;
    private static final int SOI = 0xFFD8;
    private static final int APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int IFD_ENTRY = 12;

    private Orientation() {}

    /** The orientation that a JPEG says it has, 1 to 8; 1 where it says nothing sensible. */
    static int of(byte[] jpeg) {
        try {
            var buffer = ByteBuffer.wrap(jpeg);
            if (unsigned(buffer.getShort()) != SOI) {
                return UPRIGHT;
            }
            while (true) {
                int marker = unsigned(buffer.getShort());
                int length = unsigned(buffer.getShort()) - 2;
                if (marker == START_OF_SCAN || length < 0) {
                    return UPRIGHT;
                }
                if (marker == APP1 && isExif(buffer)) {
                    return inTiff(buffer.slice().position(EXIF.length).slice());
                }
                buffer.position(buffer.position() + length);
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException cutShort) {
            return UPRIGHT;
        }
    }

    private static boolean isExif(ByteBuffer buffer) {
        byte[] head = new byte[EXIF.length];
        buffer.duplicate().get(head);
        return Arrays.equals(head, EXIF);
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = unsigned(tiff.getShort(directory));
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + entry * IFD_ENTRY;
            if (unsigned(tiff.getShort(at)) == TAG) {
                int orientation = unsigned(tiff.getShort(at + 8));
                return orientation >= UPRIGHT && orientation <= LAST ? orientation : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static int unsigned(short value) {
        return Short.toUnsignedInt(value);
    }

    /** Whether an orientation lies on its side. */
    static boolean isSideways(int orientation) {
        return orientation > 4;
    }

    /** What puts a picture of a size upright. */
    static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
