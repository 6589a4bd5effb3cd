package coop.greffon.shifts.internal.reminder;

import coop.greffon.core.mail.Letter;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.store.JpaDocuments;
import coop.greffon.shifts.internal.store.JpaDocuments.Missing;
import coop.greffon.shifts.internal.store.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Letters about documents that leaves ask for, to whose leave it is alone. */
@Component(service = LeaveReminders.class)
public final class LeaveReminders {
    private final JpaDocuments documents;
    private final Postman postman;

    @Activate
    public LeaveReminders(@Reference JpaDocuments documents, @Reference Postman postman) {
        this.documents = documents;
        this.postman = postman;
    }

    /** Everything that is to be written on a day; each tells whether it was. Asked again, nothing is written twice. */
    List<BooleanSupplier> due(LocalDate day) {
        return documents.missing(day).stream()
                .map(missing -> (BooleanSupplier) () -> ask(missing))
                .toList();
    }

    private boolean ask(Missing missing) {
        Period period = missing.period();
        return postman.writeToOne(
                missing.person(),
                Text.of("shifts.letter.document.title", Letter.COOP),
                Text.of(
                        "shifts.letter.document.text",
                        period.from(),
                        period.document().voidOn()),
                LeaveLetters.MINE,
                "shifts.document/" + period.id());
    }
}
