package coop.greffon.members.internal.rules;

import coop.greffon.members.FoundBy;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.internal.rules.SearchQuery.Term;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** By what a query found somebody, as far as the line of a list does not show it. */
public final class Finds {
    private Finds() {}

    /** Whether name and number show why somebody was found: then nothing else need be read. */
    public static boolean areShown(SearchQuery query, MemberSummary found) {
        Set<String> shown = shown(found);
        return query.terms().stream().allMatch(term -> isShown(term, shown));
    }

    /**
     * What neither name nor number shows; null where there is no such thing.
     *
     * @param words the words of the person, without their pairs
     */
    public static FoundBy of(SearchQuery query, MemberSummary found, Collection<String> words) {
        Set<String> shown = shown(found);
        for (Term term : query.terms()) {
            FoundBy by = isShown(term, shown) ? null : of(term, words);
            if (by != null) {
                return by;
            }
        }
        return null;
    }

    /** The words of name and number, neighbours in the name written as one as well. */
    private static Set<String> shown(MemberSummary found) {
        Set<String> shown = new TreeSet<>();
        List<String> name = Folding.words(found.name());
        for (int from = 0; from < name.size(); from++) {
            for (int to = from + 1; to <= name.size(); to++) {
                shown.add(String.join("", name.subList(from, to)));
            }
        }
        if (found.number() != null) {
            shown.addAll(SearchWords.ofNumber(found.number()));
        }
        return shown;
    }

    private static boolean isShown(Term term, Set<String> shown) {
        return shown.stream()
                .anyMatch(
                        word -> fits(term, word) || term.slip() != null && Spelling.areOneSlipApart(term.slip(), word));
    }

    private static boolean fits(Term term, String word) {
        return term.beginnings().stream().anyMatch(word::startsWith);
    }

    private static FoundBy of(Term term, Collection<String> words) {
        return words.stream()
                .filter(word -> fits(term, word))
                .map(word -> of(word, words))
                .findFirst()
                .orElse(null);
    }

    private static FoundBy of(String word, Collection<String> words) {
        if (word.startsWith(SearchWords.PHONE)) {
            return FoundBy.PHONE;
        }
        boolean isOfMail = word.indexOf('@') >= 0
                || words.stream()
                        .anyMatch(mail -> mail.indexOf('@') > 0 && partsOf(mail).contains(word));
        return isOfMail ? FoundBy.MAIL : FoundBy.CARD;
    }

    private static List<String> partsOf(String mail) {
        return Folding.words(mail.substring(0, mail.indexOf('@')));
    }
}
