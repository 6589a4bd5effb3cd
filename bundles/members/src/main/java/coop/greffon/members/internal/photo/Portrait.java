package coop.greffon.members.internal.photo;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.web.form.SentForm;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A portrait cut out of what somebody sent: upright, three to four, drawn afresh, so that nothing of the file itself is kept, where it was
 * taken least of all.
 */
public final class Portrait {
    /** The field that holds the file. */
    public static final String FIELD = "photo";

    /** What that field is called. */
    public static final String LABEL = "members.photo.file";

    /** The largest file, in bytes. */
    public static final int MOST_BYTES = 8 << 20;

    static final int WIDTH = 480;
    static final int HEIGHT = 640;
    static final int SMALL_WIDTH = 96;
    static final int SMALL_HEIGHT = 128;

    /** More than any camera has, and still little enough to decode. */
    private static final long MOST_PIXELS = 60_000_000;

    /** As long as a JPEG can be; a decoder holds whole rows. */
    private static final int LONGEST_SIDE = 65_535;

    /** What is unpacked at most, in 16 MB or so. */
    private static final long MOST_DECODED = 4_000_000;

    /** Ten photos sent at once are unpacked one after the other, so that they do not fill the memory together. */
    private static final Semaphore DECODING = new Semaphore(1);

    private static final float QUALITY = 0.85f;

    private final byte[] large;
    private final byte[] small;

    private Portrait(byte[] large, byte[] small) {
        this.large = large;
        this.small = small;
    }

    /** The portrait as a JPEG of 480 by 640. */
    public InputStream large() {
        return new ByteArrayInputStream(large);
    }

    /** The portrait as a JPEG of 96 by 128. */
    public InputStream small() {
        return new ByteArrayInputStream(small);
    }

    /**
     * Cuts a portrait.
     *
     * @param sent a JPEG or a PNG of at most 8 MiB; left open
     * @throws InvalidInput where it is none, too large, or cannot be read; the field is {@code photo}
     */
    public static Portrait of(InputStream sent) {
        try {
            byte[] file = sent.readNBytes(MOST_BYTES + 1);
            if (file.length > MOST_BYTES) {
                throw new InvalidInput(new FieldError(
                        FIELD, null, SentForm.tooLarge(LABEL, MOST_BYTES), Text.of("members.photo.smaller")));
            }
            DECODING.acquireUninterruptibly();
            try {
                int orientation = Orientation.of(file);
                BufferedImage upright = upright(decoded(file, orientation), orientation);
                return new Portrait(
                        encoded(scaled(upright, WIDTH, HEIGHT)), encoded(scaled(upright, SMALL_WIDTH, SMALL_HEIGHT)));
            } finally {
                DECODING.release();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InvalidInput refused(String why) {
        return new InvalidInput(FieldError.of(FIELD, null, Text.of(why)));
    }

    /** The part of a picture that becomes the portrait, as it lies in the file. */
    private static BufferedImage decoded(byte[] file, int orientation) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format(file)).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            // Judged by what the file says of itself, before anything is unpacked.
            if ((long) width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
                throw refused("members.photo.too-many-pixels");
            }
            Rectangle kept = kept(width, height, orientation);
            int step = step(kept, Orientation.isSideways(orientation));
            ImageReadParam few = reader.getDefaultReadParam();
            few.setSourceRegion(kept);
            few.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, few);
        } catch (InvalidInput refused) {
            throw refused;
        } catch (IOException | RuntimeException unreadable) {
            // Decoders answer broken files with exceptions of every kind.
            throw refused("members.photo.unreadable");
        } finally {
            reader.dispose();
        }
    }

    /** Three to four once it is upright; of what is too high two thirds go below, since heads are above. */
    private static Rectangle kept(int width, int height, int orientation) {
        boolean sideways = Orientation.isSideways(orientation);
        int across = sideways ? height : width;
        int upwards = sideways ? width : height;
        int keptAcross = Math.min(across, Math.max(1, upwards * WIDTH / HEIGHT));
        int keptUpwards = Math.min(upwards, Math.max(1, across * HEIGHT / WIDTH));
        var upright = new Rectangle((across - keptAcross) / 2, (upwards - keptUpwards) / 3, keptAcross, keptUpwards);
        try {
            return Orientation.upright(orientation, width, height)
                    .createInverse()
                    .createTransformedShape(upright)
                    .getBounds();
        } catch (NoninvertibleTransformException impossible) {
            throw new IllegalStateException("A quarter turn can be turned back", impossible);
        }
    }

    /** Each how many pixels one is unpacked: twice as many as the portrait has, where there are as many. */
    private static int step(Rectangle kept, boolean sideways) {
        int across = sideways ? kept.height : kept.width;
        int upwards = sideways ? kept.width : kept.height;
        int step = Math.max(1, Math.min(across / (2 * WIDTH), upwards / (2 * HEIGHT)));
        while ((long) (across / step) * (upwards / step) > MOST_DECODED) {
            step++;
        }
        return step;
    }

    private static String format(byte[] file) {
        if (begins(file, 0xFF, 0xD8, 0xFF)) {
            return "jpeg";
        }
        if (begins(file, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return "png";
        }
        throw refused("members.photo.kind");
    }

    private static boolean begins(byte[] file, int... bytes) {
        if (file.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (Byte.toUnsignedInt(file[i]) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        boolean sideways = Orientation.isSideways(orientation);
        int width = sideways ? picture.getHeight() : picture.getWidth();
        int height = sideways ? picture.getWidth() : picture.getHeight();
        var upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = upright.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, width, height);
        drawing.drawImage(picture, Orientation.upright(orientation, picture.getWidth(), picture.getHeight()), null);
        drawing.dispose();
        return upright;
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = scaled.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        Image source = picture.getWidth() > 2 * width
                ? picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING)
                : picture;
        drawing.drawImage(source, 0, 0, width, height, null);
        drawing.dispose();
        return scaled;
    }

    private static byte[] encoded(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
