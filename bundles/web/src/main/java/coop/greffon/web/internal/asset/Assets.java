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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves {@code /static/<module>/<file>} from the bundles' {@code GREFFON-INF/static}, and the co-op's theme as the end of our style sheet.
 *
 * <p>Addresses with the file's version are kept by browsers for a year; those without are asked for again, and a tag spares sending them.
 */
@Component(service = Assets.class)
public final class Assets {
    private static final Logger LOG = LoggerFactory.getLogger(Assets.class);
    private static final String PREFIX = "/static/";
    private static final String FOLDER = "GREFFON-INF/static/";
    private static final String STYLE = "web/greffon.css";
    private static final int RADIX = 36;
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "jpg", "image/jpeg",
            "webmanifest", "application/manifest+json");

    private record Asset(byte[] plain, byte[] gzipped, String type, String version) {}

    private final BundleContext context;
    private final Path theme;
    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    @Activate
    public Assets(BundleContext context) {
        this.context = context;
        this.theme = Path.of(context.getProperty("karaf.etc"), "theme.css");
    }

    /** What addresses of our own assets carry: an upgrade changes it, and so does another theme, the file {@code etc/theme.css}. */
    public String version() {
        return version(context.getBundle());
    }

    private String version(Bundle bundle) {
        String version = Long.toString(bundle.getLastModified(), RADIX);
        long themed = theme.toFile().lastModified();
        return themed > 0 && bundle.equals(context.getBundle())
                ? version + "-" + Long.toString(themed, RADIX)
                : version;
    }

    /** Answers a request for an asset; false where the address is no asset's. */
    public boolean serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null || !path.startsWith(PREFIX)) {
            return false;
        }
        Optional<Asset> found = find(path.substring(PREFIX.length()));
        if (found.isEmpty()) {
            return false;
        }
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            send(found.get(), request, response);
        } else {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
        return true;
    }

    private static void send(Asset asset, HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Weak, since it is the same for what is compressed and what is not.
        String tag = "W/\"" + asset.version() + "\"";
        boolean isVersioned = ("v=" + asset.version()).equals(request.getQueryString());
        response.setHeader("Cache-Control", isVersioned ? "public, max-age=31536000, immutable" : "no-cache");
        response.setHeader("ETag", tag);
        response.setHeader("Vary", "Accept-Encoding");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        String accepted = request.getHeader("Accept-Encoding");
        boolean gzip = asset.gzipped() != null && accepted != null && accepted.contains("gzip");
        byte[] body = gzip ? asset.gzipped() : asset.plain();
        response.setContentType(asset.type());
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
                return url == null ? Optional.empty() : Optional.of(current(name, url, type, version(bundle)));
            }
        }
        return Optional.empty();
    }

    private Asset current(String name, URL url, String type, String version) {
        return read.compute(
                name,
                (key, known) -> known != null && known.version().equals(version)
                        ? known
                        : load(url, type, version, name.equals(STYLE) ? theme() : new byte[0]));
    }

    /** The theme follows the shipped look, so that its values win; without it a page has the shipped ones. */
    private byte[] theme() {
        try {
            return Files.exists(theme) ? Files.readAllBytes(theme) : new byte[0];
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read: pages keep the look that was shipped", theme, unreadable);
            return new byte[0];
        }
    }

    private static Asset load(URL url, String type, String version, byte[] more) {
        try (InputStream in = url.openStream()) {
            var bytes = new ByteArrayOutputStream();
            in.transferTo(bytes);
            bytes.write(more);
            byte[] plain = bytes.toByteArray();
            boolean compressible = !type.equals("image/png") && !type.equals("image/jpeg");
            return new Asset(plain, compressible ? gzip(plain) : null, type, version);
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
