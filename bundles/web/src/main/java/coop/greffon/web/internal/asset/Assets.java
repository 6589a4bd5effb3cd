package coop.greffon.web.internal.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Serves {@code /static/<module>/<file>} from the bundles' {@code GREFFON-INF/static}.
 *
 * <p>Addresses carry a version, so browsers keep files for a year and ask for a new address after an upgrade.
 */
@Component(service = Assets.class)
public final class Assets {
    private static final String PREFIX = "/static/";
    private static final String FOLDER = "GREFFON-INF/static/";
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "jpg", "image/jpeg",
            "webmanifest", "application/manifest+json");

    private record Asset(byte[] plain, byte[] gzipped, String type) {}

    private static final String THEME = "/theme.css";

    private final BundleContext context;
    private final Path theme;
    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    @Activate
    public Assets(BundleContext context) {
        this.context = context;
        this.theme = Path.of(context.getProperty("karaf.etc"), "theme.css");
    }

    /** Whether the co-op has a theme of its own, the file {@code etc/theme.css}. */
    public boolean hasTheme() {
        return Files.isReadable(theme);
    }

    /** What addresses of assets carry, so that an upgrade changes them. */
    public String version() {
        return Long.toString(context.getBundle().getLastModified(), 36);
    }

    /** Answers a request for an asset; false where the address is no asset's. */
    public boolean serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (THEME.equals(path) && hasTheme()) {
            response.setContentType(TYPES.get("css"));
            response.setHeader("Cache-Control", "no-cache");
            Files.copy(theme, response.getOutputStream());
            return true;
        }
        if (path == null || !path.startsWith(PREFIX)) {
            return false;
        }
        Optional<Asset> found = find(path.substring(PREFIX.length()));
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return true;
        }
        send(found.get(), request, response);
        return true;
    }

    private static void send(Asset asset, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accepted = request.getHeader("Accept-Encoding");
        boolean gzip = asset.gzipped() != null && accepted != null && accepted.contains("gzip");
        byte[] body = gzip ? asset.gzipped() : asset.plain();
        response.setContentType(asset.type());
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("Vary", "Accept-Encoding");
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Optional<Asset> find(String name) {
        int slash = name.indexOf('/');
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (slash < 1 || type == null || name.contains("..")) {
            return Optional.empty();
        }
        for (Bundle bundle : context.getBundles()) {
            if (name.substring(0, slash).equals(bundle.getHeaders("").get("Greffon-Module"))) {
                URL url = bundle.getEntry(FOLDER + name.substring(slash + 1));
                String key = bundle.getLastModified() + name;
                return url == null
                        ? Optional.empty()
                        : Optional.of(read.computeIfAbsent(key, ignored -> load(url, type)));
            }
        }
        return Optional.empty();
    }

    private static Asset load(URL url, String type) {
        try (InputStream in = url.openStream()) {
            byte[] plain = in.readAllBytes();
            boolean compressible = !type.equals("image/png") && !type.equals("image/jpeg");
            return new Asset(plain, compressible ? gzip(plain) : null, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
