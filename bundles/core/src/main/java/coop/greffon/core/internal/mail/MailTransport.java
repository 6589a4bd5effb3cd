package coop.greffon.core.internal.mail;

/** A way to a mail server. */
interface MailTransport {
    /**
     * Connects.
     *
     * @throws ServerTrouble where the server cannot be reached or does not let us in
     */
    Connection open(MailServer server) throws ServerTrouble;

    /** A connection over which letters leave. */
    interface Connection extends AutoCloseable {
        /**
         * Hands a letter over; the server has accepted it when this returns.
         *
         * @throws LetterRefused where the server refuses this letter
         * @throws ServerTrouble where the server is at fault, whatever the letter
         */
        void deliver(ClaimedLetter letter) throws LetterRefused, ServerTrouble;

        @Override
        void close();
    }

    /** No letter can leave now. */
    final class ServerTrouble extends Exception {
        private static final long serialVersionUID = 1L;

        ServerTrouble(String detail, Throwable cause) {
            super(detail, cause);
        }
    }

    /** The server does not take this letter. */
    final class LetterRefused extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean forGood;

        LetterRefused(String detail, boolean forGood, Throwable cause) {
            super(detail, cause);
            this.forGood = forGood;
        }

        /** Whether the server will refuse it again. */
        boolean forGood() {
            return forGood;
        }
    }
}
