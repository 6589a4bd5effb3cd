package coop.greffon.guestbook.internal.store;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the co-op answers to words in the book. */
@Component(service = Answers.class)
public final class Answers {
    private final JpaTemplate jpa;

    @Activate
    public Answers(@Reference(target = "(osgi.unit.name=guestbook)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Answers a word. */
    public void answer(long entry, String words) {
        jpa.tx(
                TransactionType.Required,
                em -> Optional.ofNullable(em.find(StoredEntry.class, entry))
                        .orElseThrow(() -> new NotFound(Text.of("guestbook.entry.unknown", entry)))
                        .answer(words));
    }
}
