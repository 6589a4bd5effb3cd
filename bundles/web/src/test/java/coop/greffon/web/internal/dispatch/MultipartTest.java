package coop.greffon.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.web.internal.visit.Proxies;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
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
