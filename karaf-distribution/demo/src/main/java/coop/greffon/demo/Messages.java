package coop.greffon.demo;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the launcher says, in French where the machine speaks French, else in English. */
record Messages(ResourceBundle bundle) {
    static Messages ofThisMachine() {
        return in(Locale.getDefault());
    }

    static Messages in(Locale machine) {
        Locale language = machine.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        return new Messages(ResourceBundle.getBundle(
                "coop.greffon.demo.messages",
                language,
                Messages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    String text(String key, Object... values) {
        // As text, or a port would be grouped like an amount: 8,181.
        Object[] words = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            words[i] = values[i].toString();
        }
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(words);
    }
}
