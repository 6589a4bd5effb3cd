package coop.greffon.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A file of people as Odoo exports them: 22 columns, names drawn from syllables so that few are alike. */
final class MemberFile {
    private static final String HEADER = "\"ID Externe\",\"Nom\",\"Nom affiché\",\"Référence\",\"Code barre\","
            + "\"Est une entreprise\",\"Société liée\",\"Type d'adresse\",\"Rue\",\"Rue 2\",\"Code postal\",\"Ville\","
            + "\"Pays\",\"Email\",\"Téléphone\",\"Mobile\",\"Langue\",\"N° TVA\",\"Étiquettes\",\"Notes\",\"Créé le\","
            + "\"Actif\"";
    private static final List<String> SYLLABLES = List.of(
            "ba", "be", "bri", "cha", "cou", "da", "del", "do", "fé", "gar", "gi", "gou", "jo", "ka", "la", "le", "lou",
            "ma", "mé", "mo", "na", "no", "pa", "pé", "ra", "ri", "ro", "sa", "si", "ta", "té", "ton", "va", "vi",
            "zé");
    private static final List<String> TAGS = List.of("Caisse", "Livraison", "Équipe / Fromage", "");

    private MemberFile() {}

    /**
     * Writes it.
     *
     * @param first the number of the first person; the same numbers give the same people
     */
    static Path write(Path file, int first, int lines) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            out.newLine();
            for (int i = first; i < first + lines; i++) {
                out.write(line(i));
                out.newLine();
            }
        }
        return file;
    }

    private static String line(int i) {
        String name = givenName(i) + " " + familyName(i);
        return String.join(
                ",",
                quoted("__export__.res_partner_" + (100_000 + i) + "_bench"),
                quoted(name),
                quoted(name),
                quoted("B" + i),
                quoted(""),
                quoted(""),
                quoted(""),
                quoted("Contact"),
                quoted(i % 90 + 1 + " rue des " + capital(word(i + 7L, 2)) + "s"),
                quoted(""),
                quoted(String.valueOf(10_000 + i % 80_000)),
                quoted(capital(word(i % 300 + 11L, 3))),
                quoted("France"),
                quoted(i % 10 == 0 ? "" : "personne" + i + "@example.org"),
                quoted(""),
                quoted("06 39 98 %02d %02d".formatted(i / 100 % 100, i % 100)),
                quoted("fr_FR"),
                quoted(""),
                quoted(TAGS.get(i % TAGS.size())),
                quoted(i % 20 == 0 ? "Préfère le matin." : ""),
                quoted("2019-03-23 04:40:20"),
                quoted("True"));
    }

    static String givenName(int i) {
        return capital(word(31L * (i % 400), 2));
    }

    static String familyName(int i) {
        return capital(word(i, 3));
    }

    private static String word(long seed, int syllables) {
        Random random = new Random(seed * 7_919 + 13);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return word.toString();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
