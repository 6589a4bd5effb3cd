package coop.greffon.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.web.Visit;
import coop.greffon.web.form.SentForm;
import coop.greffon.web.form.TakesFile;
import coop.greffon.web.internal.visit.Proxies;
import coop.greffon.web.internal.visit.Visits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.Part;
import javax.ws.rs.BadRequestException;
import javax.ws.rs.ClientErrorException;
import org.junit.jupiter.api.Test;

class MultipartTest {
    private static final int MEBIBYTE = 1 << 20;

    @Test
    void textsAndFilesAreToldApart() {
        var form = Multipart.form(List.of(
                part("note", null, 5, "Inès"),
                part("photo", "C:\\photos\\ines.jpg", 8 * MEBIBYTE, "…"),
                part("empty", "", 0, "")));

        assertThat(form.fields()).containsOnlyKeys("note").containsEntry("note", "Inès");
        assertThat(form.files()).containsOnlyKeys("photo");
        assertThat(form.files().get("photo").name()).isEqualTo("ines.jpg");
    }

    @Test
    void textOfMoreThanAMebibyteIsRefusedUnread() {
        assertThatThrownBy(() -> Multipart.form(List.of(part("note", null, MEBIBYTE + 1, null))))
                .isInstanceOfSatisfying(ClientErrorException.class, MultipartTest::isTooLarge);
        assertThatThrownBy(
                        () -> Multipart.form(List.of(part("note", null, MEBIBYTE, "a"), part("more", null, 1, null))))
                .isInstanceOfSatisfying(ClientErrorException.class, MultipartTest::isTooLarge);
    }

    private static final class Pictures {
        @TakesFile(label = "garden.photo", most = 8 << 20)
        void put() {}
    }

    /** Larger than any form may be: refused as the method itself would refuse it, by the label of its field and with its own limit. */
    @Test
    void aFileTooLargeIsRefusedInTheWordsOfItsField() throws NoSuchMethodException {
        TakesFile taken = Pictures.class.getDeclaredMethod("put").getAnnotation(TakesFile.class);
        HttpServletRequest request = request((21 << 20) + 1);

        assertThat(refusal(request, taken))
                .isEqualTo(Text.of("web.form.file-too-large", Text.of("garden.photo"), 8L))
                .isEqualTo(SentForm.tooLarge("garden.photo", 8 << 20));
        assertThat(refusal(request, null)).isEqualTo(Text.of("web.form.file-too-large", Text.of("web.form.file"), 20L));
    }

    private static Text refusal(HttpServletRequest request, TakesFile taken) {
        return catchThrowableOfType(InvalidInput.class, () -> Multipart.read(request, taken))
                .errors()
                .get(0)
                .message();
    }

    private static HttpServletRequest request(long size) {
        return Proxies.of(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getContentLengthLong" -> size;
            case "getInputStream" -> new NoBody();
            case "getAttribute" -> arguments[0].equals(Visit.class.getName()) ? Visits.signedIn() : null;
            default -> null;
        });
    }

    private static final class NoBody extends ServletInputStream {
        @Override
        public int read() {
            return -1;
        }

        @Override
        public boolean isFinished() {
            return true;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void aNulCharacterIsRefused() {
        assertThatThrownBy(() -> Multipart.form(List.of(part("note", null, 2, "a\0"))))
                .isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> Multipart.form(List.of(part("no\0te", null, 1, "a"))))
                .isInstanceOf(BadRequestException.class);
    }

    private static void isTooLarge(ClientErrorException refused) {
        assertThat(refused.getResponse().getStatus()).isEqualTo(413);
    }

    /** @param content null where nobody may read it */
    private static Part part(String name, String file, long size, String content) {
        return Proxies.of(Part.class, (method, arguments) -> switch (method) {
            case "getName" -> name;
            case "getSubmittedFileName" -> file;
            case "getSize" -> size;
            case "getInputStream" -> open(content);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static InputStream open(String content) {
        return new ByteArrayInputStream(Objects.requireNonNull(content, "read").getBytes(StandardCharsets.UTF_8));
    }
}
