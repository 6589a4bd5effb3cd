package coop.greffon.itests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import coop.greffon.core.tabular.Cell;
import coop.greffon.core.tabular.ExportSheet;
import coop.greffon.core.tabular.TabularFile;
import coop.greffon.core.tabular.TabularLimits;
import coop.greffon.core.tabular.TabularOutput;
import coop.greffon.core.tabular.TabularWriter;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import javax.inject.Inject;
import javax.validation.Validation;
import javax.validation.Validator;
import javax.validation.constraints.NotBlank;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.ProbeBuilder;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** Runs inside the container of the distribution: bundles start, and the libraries work with OSGi's class loaders. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ContainerIT {
    @Inject
    private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return ExamContainer.options();
    }

    @ProbeBuilder
    public TestProbeBuilder probe(TestProbeBuilder probe) {
        return probe.setHeader(Constants.DYNAMICIMPORT_PACKAGE, "*");
    }

    @Test
    public void coreIsActive() {
        Bundle core = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals("coop.greffon.core"))
                .findFirst()
                .orElseThrow();

        assertEquals(Bundle.ACTIVE, core.getState());
    }

    @Test
    public void aTableIsWrittenAndRead() throws Exception {
        for (TabularOutput format : List.of(TabularOutput.CSV, TabularOutput.ODS, TabularOutput.XLSX)) {
            Path file = Files.createTempFile("membres", "." + format.extension());
            try (OutputStream out = Files.newOutputStream(file);
                    TabularWriter writer =
                            TabularWriter.open(out, format, new ExportSheet("Membres", List.of("Nom")))) {
                writer.row(List.of(Cell.of("Zoé")));
                writer.finish();
            }

            try (TabularFile table = TabularFile.open(file, "membres", TabularLimits.standard())) {
                assertEquals("Zoé", table.iterator().next().cells().get(0).text());
            }
        }
    }

    @Test
    public void aPageBecomesAPdf() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        new PdfRendererBuilder()
                .withHtmlContent("<html><body><h1>Liste des membres</h1></body></html>", null)
                .toStream(file)
                .run();

        assertTrue(file.toString(ISO_8859_1).startsWith("%PDF-"));
    }

    @Test
    public void aMailIsComposedWhereItsTransportIsLoaded() throws Exception {
        Session session = Session.getInstance(new Properties());
        // The handlers of each kind of content are listed in the transport's bundle and looked for through the thread.
        ClassLoader transport = session.getTransport("smtp").getClass().getClassLoader();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        Thread.currentThread().setContextClassLoader(transport);
        try {
            mailInTwoForms(session).writeTo(sent);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }

        assertTrue(sent.toString(UTF_8).contains("<p>Bonjour</p>"));
    }

    private static MimeMessage mailInTwoForms(Session session) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Bonjour", "UTF-8");
        MimeBodyPart page = new MimeBodyPart();
        page.setContent("<p>Bonjour</p>", "text/html; charset=UTF-8");
        MimeMessage mail = new MimeMessage(session);
        mail.setContent(new MimeMultipart("alternative", text, page));
        return mail;
    }

    @Test
    public void aRecordIsValidated() {
        Validator validator = Validation.byProvider(HibernateValidator.class)
                .providerResolver(() -> List.of(new HibernateValidator()))
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();

        assertEquals(1, validator.validate(new Person(" ")).size());
        assertEquals(0, validator.validate(new Person("Zoé")).size());
    }

    public record Person(@NotBlank String name) {}
}
