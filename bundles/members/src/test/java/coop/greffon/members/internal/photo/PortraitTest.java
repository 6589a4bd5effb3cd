package coop.greffon.members.internal.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import coop.greffon.core.problem.InvalidInput;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortraitTest {
    /** A picture whose left half is red and whose right half is blue. */
    private static byte[] halves(String format, int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = picture.createGraphics();
        drawing.setColor(Color.RED);
        drawing.fillRect(0, 0, width / 2, height);
        drawing.setColor(Color.BLUE);
        drawing.fillRect(width / 2, 0, width - width / 2, height);
        drawing.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage large(byte[] file) throws IOException {
        return ImageIO.read(cut(file).large());
    }

    private static Portrait cut(byte[] file) {
        return Portrait.of(new ByteArrayInputStream(file));
    }

    /** Which of the two a point is nearer to. */
    private static String colour(BufferedImage picture, int x, int y) {
        var colour = new Color(picture.getRGB(x, y));
        return colour.getRed() > colour.getBlue() ? "red" : "blue";
    }

    @ParameterizedTest
    @CsvSource({"png, 1200, 900", "jpg, 900, 1600", "png, 480, 640", "jpg, 3, 2"})
    void everyPictureBecomesAPortraitOfTheSameSize(String format, int width, int height) throws IOException {
        Portrait portrait = cut(halves(format, width, height));

        BufferedImage large = ImageIO.read(portrait.large());
        BufferedImage small = ImageIO.read(portrait.small());
        assertThat(large.getWidth() + "x" + large.getHeight()).isEqualTo("480x640");
        assertThat(small.getWidth() + "x" + small.getHeight()).isEqualTo("96x128");
    }

    @Test
    void theMiddleOfAWidePictureIsKept() throws IOException {
        // 1200 by 900: the middle 675 are kept, half red, half blue.
        BufferedImage large = large(halves("png", 1200, 900));

        assertThat(colour(large, 100, 320)).isEqualTo("red");
        assertThat(colour(large, 380, 320)).isEqualTo("blue");
    }

    @ParameterizedTest
    @CsvSource({"60000, 1000", "12000, 2000", "1000, 60000"})
    void ofALongPictureOnlyThePortraitIsUnpacked(int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        var file = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", file);
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getThreadAllocatedBytes(Thread.currentThread().getId());

        Portrait portrait = cut(file.toByteArray());

        long used = thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(used >> 20).as("MiB").isLessThan(80);
        assertThat(ImageIO.read(portrait.large()).getHeight()).isEqualTo(640);
    }

    @Test
    void whatIsKeptOfASidewaysPictureIsItsTop() throws IOException {
        // Upright 600 by 2400: of 1600 too many 533 go above, so 533 to 1333 are kept, and the halves meet at 1200.
        BufferedImage clockwise = large(withExif(halves("jpg", 2400, 600), 6));
        // Turned the other way, blue is above.
        BufferedImage counterclockwise = large(withExif(halves("jpg", 2400, 600), 8));

        assertThat(colour(clockwise, 240, 510)).isEqualTo("red");
        assertThat(colour(clockwise, 240, 560)).isEqualTo("blue");
        assertThat(colour(counterclockwise, 240, 510)).isEqualTo("blue");
        assertThat(colour(counterclockwise, 240, 560)).isEqualTo("red");
    }

    @Test
    void aPictureTakenSidewaysIsPutUprightAndSaysNothingOfItsCamera() throws IOException {
        byte[] sideways = withExif(halves("jpg", 1600, 1200), 6);

        Portrait portrait = cut(sideways);

        // Turned clockwise by a quarter, what was left is above.
        BufferedImage large = ImageIO.read(portrait.large());
        assertThat(colour(large, 240, 60)).isEqualTo("red");
        assertThat(colour(large, 240, 580)).isEqualTo("blue");
        assertThat(text(sideways)).contains("Exif", "48.1,-1.6");
        assertThat(text(portrait.large().readAllBytes())).doesNotContain("Exif", "48.1,-1.6");
    }

    /** The same file with an orientation and a place in its EXIF. */
    private static byte[] withExif(byte[] jpeg, int orientation) throws IOException {
        byte[] tiff = {
            'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0
        };
        byte[] place = "48.1,-1.6".getBytes(StandardCharsets.US_ASCII);
        int length = 2 + 6 + tiff.length + place.length;
        var file = new ByteArrayOutputStream();
        file.write(jpeg, 0, 2);
        file.write(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        file.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        file.write(tiff);
        file.write(place);
        file.write(jpeg, 2, jpeg.length - 2);
        return file.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        byte[] png = halves("png", 400, 400);

        assertThat(reason("<svg xmlns='urn:x'/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("members.photo.kind");
        assertThat(reason(new byte[0])).isEqualTo("members.photo.kind");
        assertThat(reason(halves("gif", 40, 40))).isEqualTo("members.photo.kind");
        assertThat(reason(Arrays.copyOf(png, 60))).isEqualTo("members.photo.unreadable");
        assertThat(reason(new byte[Portrait.MOST_BYTES + 1])).isEqualTo("web.form.file-too-large");
    }

    @Test
    void aPictureThatUnpacksToTooMuchIsRefusedBeforeItIsUnpacked() throws IOException {
        byte[] bomb = halves("png", 16, 16);
        // The size that a PNG says it has: bytes 16 to 23, checked by the four bytes at 29.
        put(bomb, 16, 50_000);
        put(bomb, 20, 50_000);
        var crc = new java.util.zip.CRC32();
        crc.update(bomb, 12, 17);
        put(bomb, 29, (int) crc.getValue());

        assertThat(reason(bomb)).isEqualTo("members.photo.too-many-pixels");
    }

    private static void put(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >> (24 - 8 * i));
        }
    }

    private static String reason(byte[] file) {
        InputStream sent = new ByteArrayInputStream(file);
        var reason = new String[1];
        assertThatThrownBy(() -> Portrait.of(sent))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> reason[0] = refused.errors().get(0).message().key());
        return reason[0];
    }
}
