package coop.greffon.core.internal.mail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** A mail server that remembers what it accepted, and behaves as it is told. */
final class ScriptedTransport implements MailTransport {
    /** What the server does with one letter. */
    interface Behaviour {
        void deliver(ClaimedLetter letter) throws LetterRefused, ServerTrouble;
    }

    private final List<String> accepted = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Behaviour> behaviours = new ArrayDeque<>();
    private boolean unreachable;

    /** The Message-IDs of the letters accepted, in order. */
    List<String> accepted() {
        return accepted;
    }

    void next(Behaviour behaviour) {
        behaviours.add(behaviour);
    }

    void unreachable(boolean is) {
        unreachable = is;
    }

    @Override
    public Connection open(MailServer server) throws ServerTrouble {
        if (unreachable) {
            throw new ServerTrouble("Connection refused", null);
        }
        return new Connection() {
            @Override
            public void deliver(ClaimedLetter letter) throws LetterRefused, ServerTrouble {
                Behaviour behaviour = behaviours.poll();
                if (behaviour == null) {
                    accepted.add(letter.messageId());
                } else {
                    behaviour.deliver(letter);
                }
            }

            @Override
            public void close() {
                // Nothing was opened.
            }
        };
    }
}
