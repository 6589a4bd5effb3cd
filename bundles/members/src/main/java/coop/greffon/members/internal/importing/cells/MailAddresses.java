package coop.greffon.members.internal.importing.cells;

import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the mail addresses of a cell. A bad address is a warning and not an error of the line: a co-op would otherwise
 * lose a member for a slip in one field. What was written goes to the notes, so that nothing is lost.
 */
final class MailAddresses {
    private static final Pattern SEPARATOR = Pattern.compile("[;,\\n|]|\\s/\\s");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NAMED = Pattern.compile("<([^<>]*@[^<>]*)>");
    private static final Pattern ENDS = Pattern.compile("^[\\s.<>\"']+|[\\s.<>\"']+$");
    private static final Pattern AT_IN_WORDS = Pattern.compile("\\s*[(\\[{]\\s*(?:at|à|a|arobase)\\s*[)\\]}]\\s*");
    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
    private static final Pattern GOOD = Pattern.compile("^(?=.{3,254}$)(?=[^@]{1,64}@)"
            + "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
            + "@(?:" + LABEL + "\\.)+(?:\\p{L}{2,24}|xn--[a-z0-9]{2,59})$");

    private MailAddresses() {}

    /**
     * What was read.
     *
     * @param addresses in the order of the cell, in lower case
     * @param kept texts that are no address and that the notes should keep
     */
    record Reading(List<String> addresses, List<String> kept, List<Problem> problems) {}

    static Reading read(String cell) {
        var addresses = new LinkedHashSet<String>();
        var kept = new ArrayList<String>();
        var problems = new ArrayList<Problem>();
        for (var part : parts(cell)) {
            readOne(part, addresses, kept, problems);
        }
        return new Reading(List.copyOf(addresses), kept, problems);
    }

    /** The name before an address in angle brackets may hold a comma, so the brackets go first. */
    private static List<String> parts(String cell) {
        if (cell.indexOf('<') >= 0) {
            var named = NAMED.matcher(cell)
                    .results()
                    .map(found -> found.group(1).strip())
                    .toList();
            if (!named.isEmpty()) {
                return named;
            }
        }
        var parts = new ArrayList<String>();
        for (var part : SEPARATOR.split(cell, -1)) {
            if (part.indexOf('@') != part.lastIndexOf('@') && !part.contains("@@")) {
                parts.addAll(List.of(SPACE.split(part.strip())));
            } else if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static void readOne(String part, Set<String> addresses, List<String> kept, List<Problem> problems) {
        if (!part.codePoints().anyMatch(Character::isLetterOrDigit) || Words.means("nothing", part)) {
            problems.add(Problem.of(Field.MAIL, Reason.MAIL_NONE, part));
            return;
        }
        var address = withoutScheme(part);
        var mended = ENDS.matcher(address).replaceAll("");
        if (!isGood(mended)) {
            kept.add(part);
            problems.add(bad(part, mended));
            return;
        }
        addresses.add(mended);
        if (!mended.equals(address)) {
            problems.add(Problem.of(Field.MAIL, Reason.MAIL_MENDED, part, mended));
        }
        if (!mended.chars().allMatch(character -> character < 128)) {
            problems.add(Problem.of(Field.MAIL, Reason.MAIL_ACCENTED, mended));
        }
    }

    private static String withoutScheme(String part) {
        var address = part.toLowerCase(Locale.ROOT);
        return address.startsWith("mailto:")
                ? address.substring("mailto:".length()).strip()
                : address;
    }

    static boolean isGood(String address) {
        return GOOD.matcher(address).matches();
    }

    private static Problem bad(String part, String address) {
        var proposal = AT_IN_WORDS
                .matcher(address)
                .replaceAll("@")
                .replaceAll("@{2,}", "@")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("\\s*@\\s*", "@")
                .replaceAll("\\s+", ".")
                .replaceAll("\\.+@|@\\.+", "@");
        return isGood(proposal)
                ? Problem.of(Field.MAIL, Reason.MAIL_BAD_WITH_PROPOSAL, part, proposal)
                : Problem.of(Field.MAIL, Reason.MAIL_BAD, part);
    }
}
