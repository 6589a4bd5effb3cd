package coop.greffon.web.internal.start;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where people on this machine find the pages. */
final class Address {
    private Address() {}

    /** By the properties of the server's service, which are there before the server can describe itself; empty while it opens its ports anew. */
    static Optional<String> of(Map<String, Object> server) {
        Object endpoints = server.get("osgi.http.endpoint");
        Stream<?> all = endpoints instanceof Object[] array
                ? Arrays.stream(array)
                : endpoints instanceof Collection<?> collection ? collection.stream() : Stream.ofNullable(endpoints);
        return all.map(Object::toString)
                .filter(endpoint -> endpoint.startsWith("http://"))
                .findFirst()
                .map(endpoint -> endpoint.replaceFirst("//(0\\.0\\.0\\.0|\\[::]|127\\.0\\.0\\.1)", "//localhost"))
                .map(endpoint -> endpoint.endsWith("/") ? endpoint : endpoint + "/");
    }
}
