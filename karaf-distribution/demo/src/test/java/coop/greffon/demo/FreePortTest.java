package coop.greffon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortTest {
    @Test
    void aFreePortIsTakenAsItIs() throws Exception {
        int free;
        try (ServerSocket probe = new ServerSocket(0)) {
            free = probe.getLocalPort();
        }

        assertThat(FreePort.from(free, null)).isEqualTo(free);
    }

    @Test
    void aBusyPortLeadsToALaterOne() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePort.from(busy.getLocalPort(), null))
                    .isBetween(busy.getLocalPort() + 1, busy.getLocalPort() + 99);
        }
    }
}
