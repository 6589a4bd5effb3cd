package coop.greffon.guestbook.internal.privacy;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.privacy.Erasure;
import coop.greffon.core.privacy.PersonalData;
import coop.greffon.core.privacy.PersonalDocument;
import coop.greffon.core.privacy.PersonalDocument.Column;
import coop.greffon.core.privacy.Processing;
import coop.greffon.core.privacy.Processing.Basis;
import coop.greffon.guestbook.Entry;
import coop.greffon.guestbook.internal.store.JpaGuestBook;
import coop.greffon.members.Subjects;
import java.util.List;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the book holds of a person: the words they left. */
@Component(service = PersonalData.class)
public final class WordsOfAPerson implements PersonalData {
    private static final Text WORDS = Text.of("guestbook.privacy.words");

    private final JpaGuestBook book;

    @Activate
    public WordsOfAPerson(@Reference JpaGuestBook book) {
        this.book = book;
    }

    @Override
    public List<Processing> processings() {
        return List.of(new Processing(
                Text.of("guestbook.privacy.purpose"), Basis.CONSENT, WORDS, Text.of("guestbook.privacy.retention")));
    }

    @Override
    public List<PersonalDocument> export(String subject) {
        List<Entry> entries = entries(subject);
        if (entries.isEmpty()) {
            return List.of();
        }
        List<Column> columns = List.of(
                new Column("writtenAt", Text.of("guestbook.field.written-at")),
                new Column("text", Text.of("guestbook.field.text")));
        List<List<Object>> rows = entries.stream()
                .map(entry -> PersonalDocument.row(entry.writtenAt(), entry.text()))
                .toList();
        return List.of(new PersonalDocument("words", WORDS, columns, rows, List.of()));
    }

    @Override
    public List<Erasure> erase(String subject, boolean dryRun, Actor by) {
        List<Entry> entries = entries(subject);
        if (entries.isEmpty()) {
            return List.of();
        }
        if (!dryRun) {
            Subjects.memberId(subject).ifPresent(book::eraseOf);
        }
        return List.of(Erasure.gone(WORDS, entries.size()));
    }

    private List<Entry> entries(String subject) {
        OptionalLong member = Subjects.memberId(subject);
        return member.isPresent() ? book.ofMember(member.getAsLong()) : List.of();
    }
}
