package coop.greffon.shifts.internal.reminder;

import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Letter.Link;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.store.pool.PoolNews;
import coop.greffon.shifts.internal.store.pool.PoolRequest;
import coop.greffon.shifts.internal.words.StandingWords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells whoever asked the pool at once what was decided. */
@Component(service = PoolNews.class)
public final class PoolLetters implements PoolNews {
    private static final Link MINE = new Link(Text.of("shifts.letter.open"), "/shifts/mine");

    private final Postman postman;

    @Activate
    public PoolLetters(@Reference Postman postman) {
        this.postman = postman;
    }

    @Override
    public void granted(PoolRequest request, Unit unit) {
        postman.write(
                request.memberId(),
                Text.of("shifts.letter.pool-granted.title", Letter.COOP),
                Text.of("shifts.letter.pool-granted.text", StandingWords.amount(request.amount(), unit)),
                MINE,
                "shifts.pool/" + request.id());
    }

    @Override
    public void refused(PoolRequest request) {
        postman.write(
                request.memberId(),
                Text.of("shifts.letter.pool-refused.title", Letter.COOP),
                Text.of("shifts.letter.pool-refused.text", request.on()),
                MINE,
                "shifts.pool/" + request.id());
    }
}
