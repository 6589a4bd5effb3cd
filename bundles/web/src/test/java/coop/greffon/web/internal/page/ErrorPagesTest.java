package coop.greffon.web.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Messages;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.TooSoon;
import coop.greffon.web.Visit;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.persistence.OptimisticLockException;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorPagesTest {
    private final ErrorPages pages = new ErrorPages(null);

    @ParameterizedTest
    @ValueSource(strings = {"/api/core/v1/sessions", "/device"})
    void whoeverIsTooEarlyLearnsHowLongToWait(String path) {
        Response answer = pages.answer(new TooSoon(Duration.ofSeconds(30)), request(path), visit());

        assertThat(answer.getStatus()).isEqualTo(429);
        // A whole second more: what is left of the thirtieth would still be too early.
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo("31");
    }

    @ParameterizedTest
    @CsvSource({"INVALID, 422", "REFUSED, 422", "NOT_FOUND, 404", "FORBIDDEN, 403", "STALE, 409", "TOO_SOON, 429"})
    void eachKindOfProblemHasItsStatus(Problem.Kind kind, int status) {
        assertThat(ErrorPages.status(kind)).isEqualTo(status);
    }

    @Test
    void whoeverIsOvertakenWhileSavingLearnsOfIt() {
        var overtaken = new IllegalStateException(new RuntimeException(new OptimisticLockException("for the test")));

        Response answer = pages.answer(overtaken, request("/api/core/v1/accounts/7/roles"), visit());

        assertThat(answer.getStatus()).isEqualTo(409);
    }

    @Test
    void nobodyElseIsAskedToWait() {
        Response answer = pages.answer(new IllegalStateException("for the test"), request("/api/core/v1/me"), visit());

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getHeaderString("Retry-After")).isNull();
    }

    private static HttpServletRequest request(String path) {
        return HttpServletRequest.class.cast(Proxy.newProxyInstance(
                ErrorPagesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> method.getName().equals("getPathInfo") ? path : null));
    }

    private static Visit visit() {
        return new Visit(null, null, Set.of(), Locale.FRENCH, new Keys(), Clock.systemUTC(), "", "/", Map.of(), null);
    }

    private static final class Keys implements Messages {
        @Override
        public String text(Locale language, String key, Object... arguments) {
            return key;
        }

        @Override
        public boolean has(String key) {
            return true;
        }

        @Override
        public Set<Locale> languages() {
            return Set.of(Locale.FRENCH);
        }
    }
}
