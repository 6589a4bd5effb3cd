package coop.greffon.members.internal.importing.run;

import coop.greffon.members.ExternalId;
import coop.greffon.members.Member;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** A database into which a test imports files of members. */
abstract class MemberImportBench {
    static final String HEADINGS = "id,ref,name,email,phone,barcode,parent_id/id,type,street,city,active,comment";

    ImportFixture fixture;

    void on(TestDatabase database) {
        fixture = new ImportFixture(database);
    }

    Member member(String externalId) {
        return fixture.members
                .members
                .findByExternalId(new ExternalId("odoo", externalId))
                .orElseThrow();
    }

    Map<String, String> household(long member) {
        var today = LocalDate.now(fixture.members.clock);
        return fixture.members.households.of(member, today).orElseThrow().on(today).stream()
                .collect(Collectors.toMap(
                        person -> person.name(), person -> person.role().name()));
    }
}
