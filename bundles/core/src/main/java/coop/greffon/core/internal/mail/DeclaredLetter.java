package coop.greffon.core.internal.mail;

import coop.greffon.core.internal.mail.Said.Piece;
import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Letter.Link;
import coop.greffon.core.mail.Letter.Paragraph;
import coop.greffon.core.mail.LetterKind;
import coop.greffon.core.mail.Wording;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.module.ModuleInfo.LetterInfo;
import coop.greffon.core.module.ModuleInfo.LetterPart;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A letter as its bundle declares it, and how what it says is put together from that.
 *
 * @param module the bundle's short name
 */
record DeclaredLetter(String module, LetterInfo info) {
    /** Of these every letter knows. */
    private static final List<String> EVERYWHERE = List.of("name", "coop");

    private static final String LINK = "link";

    LetterKind kind(boolean isOff) {
        return new LetterKind(info.id(), module, fields(), List.copyOf(links().keySet()), info.optional(), isOff);
    }

    private List<String> fields() {
        Set<String> fields = new LinkedHashSet<>(EVERYWHERE);
        fields.addAll(info.title());
        info.parts().forEach(part -> fields.addAll(part.fields()));
        return List.copyOf(fields);
    }

    /** The placeholders of its links, and the messages of their labels: {@code link}, {@code link2} ... */
    private Map<String, String> links() {
        Map<String, String> links = new LinkedHashMap<>();
        info.parts().stream()
                .map(LetterPart::link)
                .filter(label -> label != null)
                .forEach(label -> links.put(LINK + (links.isEmpty() ? "" : links.size() + 1), label));
        return links;
    }

    /** The bundle's own words, with placeholders. */
    Wording delivered(Locale language, Messages messages) {
        List<String> links = new ArrayList<>(links().keySet());
        String text = info.parts().stream()
                .map(part -> part.link() == null
                        ? open(part.text(), part.fields(), language, messages)
                        : Placeholders.of(links.remove(0)))
                .collect(Collectors.joining("\n\n"));
        return new Wording(open(info.id() + ".title", info.title(), language, messages), text);
    }

    private static String open(String key, List<String> fields, Locale language, Messages messages) {
        return messages.text(
                language, key, fields.stream().map(Placeholders::of).toArray());
    }

    /** A letter in the co-op's words. */
    Said said(Wording words, Letter letter, Messages messages) {
        Locale language = letter.to().language();
        Map<String, String> values = new HashMap<>();
        values.put("name", letter.to().name());
        values.put("coop", Letter.COOP);
        fill(values, info.title(), letter.title(), language, messages);
        List<String> names = new ArrayList<>(links().keySet());
        Map<String, Piece> links = new LinkedHashMap<>();
        for (Letter.Part part : letter.parts()) {
            if (part instanceof Paragraph paragraph) {
                info.parts().stream()
                        .filter(one -> paragraph.text().key().equals(one.text()))
                        .forEach(one -> fill(values, one.fields(), paragraph.text(), language, messages));
            } else if (part instanceof Link link && !names.isEmpty()) {
                links.put(names.remove(0), new Piece(messages.text(language, link.label()), link.address()));
            }
        }
        return Said.of(words.title(), words.text(), values, links);
    }

    private static void fill(
            Map<String, String> values, List<String> fields, Text text, Locale language, Messages messages) {
        for (int index = 0; index < Math.min(fields.size(), text.arguments().size()); index++) {
            values.put(fields.get(index), told(text.arguments().get(index), language, messages));
        }
    }

    private static String told(Object value, Locale language, Messages messages) {
        if (value instanceof Text text) {
            return messages.text(language, text);
        }
        if (value instanceof LocalDate day) {
            return Messages.date(language, day);
        }
        return value instanceof Number number
                ? NumberFormat.getInstance(language).format(number)
                : value.toString();
    }

    /** A letter with sample values; its links lead to the page of the day. */
    Said sample(Wording words, Locale language, Messages messages) {
        Map<String, String> values = new HashMap<>();
        fields().forEach(field -> values.put(field, messages.text(language, key("sample", field, messages))));
        values.put("coop", Letter.COOP);
        Map<String, Piece> links = new LinkedHashMap<>();
        links().forEach((name, label) -> links.put(name, new Piece(messages.text(language, label), "/")));
        return Said.of(words.title(), words.text(), values, links);
    }

    /** What a placeholder stands for. */
    Text meaning(String field, Messages messages) {
        return Text.of(field.startsWith(LINK) ? "core.letter.field." + LINK : key("field", field, messages));
    }

    /** The bundle's own message, or core's of a field that many have. */
    private String key(String what, String field, Messages messages) {
        String own = module + ".letter." + what + "." + field;
        return messages.has(own) ? own : "core.letter." + what + "." + field;
    }
}
