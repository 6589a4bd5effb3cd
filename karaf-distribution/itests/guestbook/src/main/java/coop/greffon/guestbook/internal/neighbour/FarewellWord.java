package coop.greffon.guestbook.internal.neighbour;

import coop.greffon.core.message.Text;
import coop.greffon.guestbook.GuestBook;
import coop.greffon.members.Resignation;
import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whoever wrote in the book settles with it before leaving: the words stay or go with them. */
@Component(service = Resignation.class)
public final class FarewellWord implements Resignation {
    private final GuestBook book;

    @Activate
    public FarewellWord(@Reference GuestBook book) {
        this.book = book;
    }

    @Override
    public List<Text> unsettled(long memberId, LocalDate on) {
        int words = book.ofMember(memberId).size();
        return words == 0 ? List.of() : List.of(Text.of("guestbook.resignation.words", words));
    }
}
