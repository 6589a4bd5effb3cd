package coop.greffon.guestbook.internal.demo;

import coop.greffon.core.demo.DemoCast;
import coop.greffon.core.demo.DemoData;
import coop.greffon.core.demo.DemoRow;
import coop.greffon.core.demo.DemoTable;
import coop.greffon.core.identity.Actor;
import coop.greffon.guestbook.EntryDraft;
import coop.greffon.guestbook.GuestBook;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What members of the demo co-op left in the book. */
@Component(service = DemoData.class)
public final class WordsOfTheDemo implements DemoData {
    private final GuestBook book;
    private final Members members;

    @Activate
    public WordsOfTheDemo(@Reference GuestBook book, @Reference Members members) {
        this.book = book;
        this.members = members;
    }

    @Override
    public Set<String> after() {
        return Set.of("members");
    }

    @Override
    public void load(DemoCast cast) throws IOException {
        for (DemoRow row : DemoTable.read(WordsOfTheDemo.class, "words.csv")) {
            Optional<Member> writer = members.findByNumber(row.text("member"));
            writer.ifPresent(member -> book.write(
                    new EntryDraft(row.text("text")), member.id(), new Actor(Actor.Kind.HOST, null, member.name())));
        }
    }
}
