package coop.greffon.shifts.internal.reminder;

import coop.greffon.core.instance.Instance;
import coop.greffon.core.message.Messages;
import coop.greffon.shifts.internal.store.WorkFixture;
import java.lang.reflect.Proxy;
import java.util.UUID;
import java.util.function.Function;

/** The files that go with letters, in an instance of its own whose sentences are their keys. */
final class FilesOfATest {
    static final UUID INSTANCE = UUID.fromString("00000000-0000-0000-0000-000000000007");

    private FilesOfATest() {}

    static SeatFiles of(WorkFixture fixture) {
        return new SeatFiles(
                fixture.calendar,
                fake(Messages.class, arguments -> String.valueOf(arguments[1])),
                fake(Instance.class, none -> INSTANCE),
                fixture.clock);
    }

    private static <T> T fake(Class<T> type, Function<Object[], Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer.apply(arguments)));
    }
}
