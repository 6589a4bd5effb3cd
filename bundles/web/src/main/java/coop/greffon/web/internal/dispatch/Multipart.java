package coop.greffon.web.internal.dispatch;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.web.Visit;
import coop.greffon.web.form.SentFile;
import coop.greffon.web.form.SentForm;
import coop.greffon.web.form.TakesFile;
import coop.greffon.web.internal.page.NotSignedIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.Part;

/** Reads forms with files, once per request, and lets nobody fill the disk. */
final class Multipart {
    /** Larger parts go to the disk, until the request ends. */
    static final int KEPT_IN_MEMORY = 64 << 10;

    private static final long PATIENCE_BYTES = 1L << 30;

    private Multipart() {}

    /**
     * The form that a request brings.
     *
     * @param taken which file the method takes that was asked for, null where it does not say
     * @throws NotSignedIn where nobody is: strangers send no files
     * @throws InvalidInput where it is too large or damaged
     */
    static SentForm read(HttpServletRequest request, TakesFile taken) {
        if (request.getAttribute(SentForm.class.getName()) instanceof SentForm known) {
            return known;
        }
        if (((Visit) request.getAttribute(Visit.class.getName())).account().isEmpty()) {
            throw new NotSignedIn();
        }
        try {
            if (request.getContentLengthLong() > SentForm.MOST_BYTES) {
                passOver(request.getInputStream());
                throw tooLarge(taken);
            }
            SentForm form = form(request.getParts());
            request.setAttribute(SentForm.class.getName(), form);
            return form;
        } catch (IllegalStateException overTheLimit) {
            throw tooLarge(taken);
        } catch (IOException | ServletException damaged) {
            throw new InvalidInput(FieldError.of("", null, Text.of("web.form.file-damaged")));
        }
    }

    private static long most(TakesFile taken) {
        return taken == null ? SentForm.MOST_FILE_BYTES : taken.most();
    }

    // The sentence names the field by its label: the page of the form, which would stand around it, was not asked.
    private static InvalidInput tooLarge(TakesFile taken) {
        Text why = SentForm.tooLarge(taken == null ? "web.form.file" : taken.label(), most(taken));
        return new InvalidInput(FieldError.of("", null, why));
    }

    /** A browser shows the answer only once it has sent everything. */
    static void passOver(InputStream body) throws IOException {
        byte[] buffer = new byte[KEPT_IN_MEMORY];
        long passed = 0;
        int read = body.read(buffer);
        while (read >= 0 && passed < PATIENCE_BYTES) {
            passed += read;
            read = body.read(buffer);
        }
    }

    /** What is typed is held in memory, whoever sends it, so it is bounded as any other form is. */
    static SentForm form(Collection<Part> parts) {
        Map<String, String> fields = new HashMap<>();
        Map<String, SentFile> files = new HashMap<>();
        long typed = 0;
        for (Part part : parts) {
            String name = part.getSubmittedFileName();
            if (name == null) {
                typed += part.getSize();
                if (typed > BoundedBody.MOST_BYTES) {
                    throw BoundedBody.tooLarge();
                }
                fields.putIfAbsent(NoNul.checked(part.getName()), NoNul.checked(text(part)));
            } else if (!name.isBlank()) {
                files.putIfAbsent(
                        part.getName(), new SentFile(withoutFolders(name), part.getSize(), part::getInputStream));
            }
        }
        return new SentForm(fields, files);
    }

    private static String text(Part part) {
        try (InputStream content = part.getInputStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Some browsers send the whole path. */
    private static String withoutFolders(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
