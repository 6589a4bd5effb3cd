package coop.greffon.members.internal.importing.desk;

import coop.greffon.members.internal.importing.columns.ColumnMapping;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;

/** What the co-op chose for columns, by the whole set of headings: the next file of the same program is understood at once. */
final class ColumnMemory {
    private static final int LONGEST_HEADING = 200;

    private final EntityManager em;

    ColumnMemory(EntityManager em) {
        this.em = em;
    }

    ColumnMapping recall(List<String> headings) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Object row : em.createNativeQuery(
                        "select heading, meaning from greffon_members_import_column where headings = ?1")
                .setParameter(1, key(headings))
                .getResultList()) {
            texts.put((String) ((Object[]) row)[0], (String) ((Object[]) row)[1]);
        }
        return ColumnMapping.fromTexts(texts);
    }

    void remember(List<String> headings, ColumnMapping mapping) {
        String key = key(headings);
        em.createNativeQuery("delete from greffon_members_import_column where headings = ?1")
                .setParameter(1, key)
                .executeUpdate();
        mapping.toTexts().forEach((heading, meaning) -> {
            if (heading.length() <= LONGEST_HEADING) {
                insert(key, heading, meaning);
            }
        });
    }

    private void insert(String key, String heading, String meaning) {
        em.createNativeQuery(
                        "insert into greffon_members_import_column (headings, heading, meaning) values (?1, ?2, ?3)")
                .setParameter(1, key)
                .setParameter(2, heading)
                .setParameter(3, meaning)
                .executeUpdate();
    }

    /** Two files have the same set of headings whatever their order. */
    private static String key(List<String> headings) {
        var text = String.join("\n", headings.stream().sorted().toList());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
