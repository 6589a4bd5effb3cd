package coop.greffon.guestbook.internal.neighbour;

import coop.greffon.core.message.Text;
import coop.greffon.guestbook.GuestBook;
import coop.greffon.members.admission.AdmissionRule;
import coop.greffon.members.admission.Finding;
import coop.greffon.members.arrival.Arrival;
import coop.greffon.members.arrival.ArrivalListener;
import coop.greffon.members.arrival.Question;
import coop.greffon.members.arrival.Question.Choice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the book has to say at the door: thanks to those who wrote, an invitation to the others. */
@Component(service = {AdmissionRule.class, ArrivalListener.class})
public final class GratefulDoor implements AdmissionRule, ArrivalListener {
    private static final String WILL_WRITE = "guestbook.will-write";
    private static final String YES = "yes";

    private final GuestBook book;

    @Activate
    public GratefulDoor(@Reference GuestBook book) {
        this.book = book;
    }

    @Override
    public List<Finding> judge(long memberId, Instant at) {
        return hasWritten(memberId) ? List.of(Finding.allow(Text.of("guestbook.admission.thanks"))) : List.of();
    }

    @Override
    public List<Question> questions(long memberId, Instant at, String device) {
        if (hasWritten(memberId)) {
            return List.of();
        }
        List<Choice> choices = List.of(
                new Choice(YES, Text.of("guestbook.arrival.yes")), new Choice("no", Text.of("guestbook.arrival.no")));
        return List.of(new Question(WILL_WRITE, Text.of("guestbook.arrival.question"), choices));
    }

    @Override
    public List<Text> record(Arrival arrival, Map<String, String> answers) {
        return YES.equals(answers.get(WILL_WRITE)) ? List.of(Text.of("guestbook.arrival.where")) : List.of();
    }

    private boolean hasWritten(long memberId) {
        return !book.ofMember(memberId).isEmpty();
    }
}
