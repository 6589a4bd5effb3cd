package coop.greffon.core.internal.setting;

import coop.greffon.core.message.Text;

/** A text that is no value of its setting. */
final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Text message;
    private final transient Text remedy;

    /**
     * @param remedy what to do, null where the message says it
     */
    Unfit(Text message, Text remedy) {
        super(message.key());
        this.message = message;
        this.remedy = remedy;
    }

    Text message() {
        return message;
    }

    Text remedy() {
        return remedy;
    }
}
