package coop.greffon.core.internal.mail;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds whether a letter is due. */
@Component(
        service = {},
        immediate = true)
public final class MailWorker {
    private static final Logger LOG = LoggerFactory.getLogger(MailWorker.class);
    private static final int SECONDS_BETWEEN_LOOKS = 5;
    private static final int SECONDS_TO_FINISH = 10;

    private final MailSettings settings;
    private final MailRun run;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread mail = new Thread(work, "greffon-mail");
        mail.setDaemon(true);
        return mail;
    });

    @Activate
    public MailWorker(
            @Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa,
            @Reference MailSettings settings,
            @Reference Clock clock) {
        this.settings = settings;
        this.run = new MailRun(new OutboxRows(jpa), new SmtpTransport(clock), clock);
        thread.scheduleWithFixedDelay(this::look, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            if (!settings.demo()) {
                settings.server().ifPresent(run::send);
            }
        } catch (RuntimeException failed) {
            // The next look comes all the same: a database that is away now may be back then.
            LOG.error("Letters could not be looked after", failed);
        }
    }

    /** Lets a letter that is being handed over be noted as sent: otherwise it would leave twice. */
    @Deactivate
    void stop() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
            LOG.warn("A letter was still being handed over; it may leave twice");
        }
    }
}
