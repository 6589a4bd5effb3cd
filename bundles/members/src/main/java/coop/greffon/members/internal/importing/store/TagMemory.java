package coop.greffon.members.internal.importing.store;

import coop.greffon.members.internal.importing.cells.KnownTags;
import coop.greffon.members.internal.importing.cells.TagTable;
import coop.greffon.members.internal.importing.input.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/** The tags there are, and how the program of origin identifies those that a file of tags told. */
public final class TagMemory {
    private final JpaTemplate jpa;

    public TagMemory(JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Every tag in use or told. */
    public KnownTags known() {
        return jpa.txExpr(TransactionType.Required, em -> {
            List<String> used = em.createQuery("select distinct t.name from StoredTag t", String.class)
                    .getResultList();
            Map<String, String> told = new HashMap<>();
            for (Object row : em.createNativeQuery("select external_id, name from greffon_members_import_tag")
                    .getResultList()) {
                told.put((String) ((Object[]) row)[0], (String) ((Object[]) row)[1]);
            }
            return new KnownTags(used, told);
        });
    }

    /**
     * Learns the tags of a table that holds nothing else.
     *
     * @return how many, empty where the table holds something else
     */
    public OptionalInt learn(Table table) {
        if (!TagTable.isOne(table)) {
            return OptionalInt.empty();
        }
        var tags = TagTable.read(table);
        remember(tags);
        return OptionalInt.of(tags.size());
    }

    /**
     * Remembers tags, in place of what was known of the same identifiers.
     *
     * @param pathByIdentifier such as {@code Équipe / Caisse}
     */
    public void remember(Map<String, String> pathByIdentifier) {
        jpa.tx(
                TransactionType.Required,
                em -> pathByIdentifier.forEach((identifier, path) -> {
                    em.createNativeQuery("delete from greffon_members_import_tag where external_id = ?1")
                            .setParameter(1, identifier)
                            .executeUpdate();
                    em.createNativeQuery("insert into greffon_members_import_tag (external_id, name) values (?1, ?2)")
                            .setParameter(1, identifier)
                            .setParameter(2, path)
                            .executeUpdate();
                }));
    }
}
