package coop.greffon.itests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.github.miachm.sods.Range;
import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import javax.inject.Inject;
import javax.validation.Validation;
import javax.validation.Validator;
import javax.validation.constraints.NotBlank;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
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
    public void aWorkbookIsWrittenAndRead() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            workbook.newWorksheet("membres").value(0, 0, "Zoé");
        }

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            assertEquals("Zoé", workbook.getFirstSheet().read().get(0).getCellText(0));
        }
    }

    @Test
    public void anOpenDocumentSheetIsWrittenAndRead() throws Exception {
        Sheet sheet = new Sheet("membres", 1, 1);
        Range cell = sheet.getDataRange();
        cell.setValue("Zoé");
        SpreadSheet written = new SpreadSheet();
        written.appendSheet(sheet);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        written.save(file);

        SpreadSheet read = new SpreadSheet(new ByteArrayInputStream(file.toByteArray()));

        assertEquals("Zoé", read.getSheet(0).getDataRange().getValue());
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
