package coop.greffon.web.internal.mail;

import coop.greffon.core.mail.Mail;
import coop.greffon.core.mail.Mails;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.web.table.Rows;
import coop.greffon.web.table.TableQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The letters a reader asks for. */
record MailRows(Mails mails) implements Rows<Mail> {
    static final String STATE = "state";
    private static final int AT_ONCE = 500;

    @Override
    public Slice<Mail> slice(TableQuery query) {
        Mail.State state = state(query.filter(STATE));
        return new Slice<>(mails.list(state, query.skip(), query.size()), Total.of(total(state)));
    }

    /** How many letters are in a state, null for any. */
    long total(Mail.State state) {
        return mails.counts().entrySet().stream()
                .filter(entry -> state == null || entry.getKey() == state)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Override
    public void each(TableQuery query, Consumer<Mail> row) {
        Mail.State state = state(query.filter(STATE));
        int skip = 0;
        List<Mail> some = mails.list(state, skip, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(row);
            skip += some.size();
            some = mails.list(state, skip, AT_ONCE);
        }
    }

    /** The state of a name, null for null. */
    static Mail.State state(String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(Mail.State.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(FieldError.of(STATE, name, Text.of("core.setting.error.choice"))));
    }
}
