package coop.greffon.itests.site;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A form that changes something when it is sent.
 *
 * @param action where it is sent, with the identifiers of the page it was found on
 * @param typed the fields that people type into
 * @param chosen what is chosen, ticked or hidden
 */
public record Form(String action, List<Field> typed, List<Field> chosen) {
    private static final String TYPED =
            "input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=password],"
                    + " input[type=search], input[type=date], input[type=number], input[type=url], textarea";

    /**
     * One field.
     *
     * @param name as it is sent
     * @param value what it holds where nobody touches it; what must be filled in is, with something that fits
     * @param isDay whether it takes a day
     */
    public record Field(String name, String value, boolean isDay) {}

    /** The forms of a page that are sent by POST and hold no file. */
    public static List<Form> of(Document page) {
        return page.select("form[method=post]").stream()
                .filter(form -> form.select("input[type=file]").isEmpty())
                .map(form -> of(form, page))
                .toList();
    }

    private static Form of(Element form, Document page) {
        List<Field> typed = form.select(TYPED).stream().map(Form::typed).toList();
        List<Field> chosen = form.select("input[type=hidden], select, input[checked]").stream()
                .filter(field -> !field.attr("name").equals("csrf"))
                .map(field -> new Field(field.attr("name"), chosen(field), false))
                .toList();
        String action = form.attr("action");
        URI here = URI.create(page.location());
        // What resolves to the page itself by the rules of addresses does not by those of java.net.URI.
        String path = (action.isEmpty() ? here : here.resolve(action)).getRawPath();
        return new Form(path, typed, chosen);
    }

    private static Field typed(Element field) {
        boolean isDay = field.attr("type").equals("date");
        String value = field.val();
        if (value.isEmpty() && (field.hasAttr("required") || field.attr("name").endsWith("amilyName"))) {
            value = fitting(field.attr("type"));
        }
        return new Field(field.attr("name"), value, isDay);
    }

    // Seven is a name, a code and a reason as well, and the number of one person of the demo.
    private static String fitting(String type) {
        return switch (type) {
            case "date" -> "2026-11-27";
            case "email" -> "seven@example.org";
            case "password" -> "sept-potirons";
            default -> "7";
        };
    }

    private static String chosen(Element field) {
        if (!field.tagName().equals("select")) {
            return field.attr("value");
        }
        Element option = field.selectFirst("option[selected]");
        return option == null ? field.select("option").attr("value") : option.attr("value");
    }

    /** Forms of one kind differ only in whom they are about. */
    public String kind() {
        return action.replaceAll("\\d+", "0") + " " + names();
    }

    private List<String> names() {
        return typed.stream().map(Field::name).toList();
    }

    /** Whether people type something into it. */
    public boolean asksForText() {
        return !typed.isEmpty();
    }

    /** What a browser sends when something else is typed into one field. */
    public String with(Field changed, String text) {
        List<Field> all = new ArrayList<>(typed);
        all.addAll(chosen);
        return all.stream()
                .map(field -> encoded(field.name()) + "=" + encoded(field.equals(changed) ? text : field.value()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "POST " + action;
    }
}
