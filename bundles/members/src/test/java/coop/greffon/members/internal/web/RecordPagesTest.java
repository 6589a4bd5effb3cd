package coop.greffon.members.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.extension.Extensions;
import coop.greffon.core.message.Text;
import coop.greffon.members.Households;
import coop.greffon.members.MailAddress;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.Members;
import coop.greffon.members.admission.Admission;
import coop.greffon.members.admission.Decision;
import coop.greffon.members.admission.Decision.Reason;
import coop.greffon.members.admission.Finding;
import coop.greffon.members.admission.Verdict;
import coop.greffon.members.internal.account.MemberAccounts;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.testing.TestDatabase;
import coop.greffon.web.MemberPanel;
import coop.greffon.web.Visit;
import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordPagesTest {
    private static final Member INES = new Member(
            128,
            3,
            "Inès Marchand",
            new MemberDraft(
                    MemberKind.PERSON,
                    "0042",
                    "Inès",
                    "Marchand",
                    null,
                    List.of(MailAddress.of("ines@example.org")),
                    List.of(),
                    List.of(),
                    "fr",
                    LocalDate.parse("1984-03-02"),
                    null,
                    List.of("aide-sociale"),
                    "Paie en trois fois"),
            MemberStatus.MEMBER,
            LocalDate.parse("2023-03-04"),
            "parrainée par son frère",
            List.of(),
            List.of(),
            "tag-of-her-photo");

    private static final Decision NOT_NOW = new Decision(
            Verdict.DENY,
            List.of(new Reason("shifts", new Finding(Verdict.DENY, Text.of("shifts.suspended"), null, null))),
            null);

    private static final MemberPanel WORK = new MemberPanel() {
        @Override
        public Optional<Content> staff(String subject, Visit visit) {
            return Optional.of(output -> output.writeContent("<section>what she owes</section>"));
        }

        @Override
        public Optional<Content> self(Visit visit) {
            return Optional.empty();
        }
    };

    private final MemberAccounts accounts = new MembersFixture(TestDatabase.H2).memberAccounts;
    private final RecordPages pages = new RecordPages(
            answering(Members.class, List.of()),
            null,
            accounts,
            new MemberPanels(Extensions.fixed("shifts", WORK)),
            answering(Admission.class, NOT_NOW),
            answering(Households.class, Optional.empty()),
            null);

    private static <T> T answering(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }

    private String shown(String... permissions) {
        var html = new StringOutput();
        Visit visit = KeysAndArguments.whoMay(permissions);
        pages.content(visit, INES).writeTo(html);
        return html.toString();
    }

    @Test
    void whoeverWelcomesPeopleSeesWhoItIsAndHowTheyStandAndNoMore() {
        assertThat(shown("members.member.find", "members.arrival.record"))
                .contains(
                        "<h1>Inès Marchand</h1>",
                        "members.record.number 0042",
                        "/members/128/photo?v=tag-of-her-photo",
                        "members.standing.MEMBER",
                        "members.verdict.DENY",
                        "shifts.suspended",
                        "href=\"/members/128/arrival\"")
                .doesNotContain(
                        "ines@example.org",
                        "1984",
                        "aide-sociale",
                        "Paie en trois fois",
                        "2023",
                        "parrainée",
                        "what she owes",
                        "/history",
                        "/household",
                        "/cards",
                        "/edit");
        assertThat(shown("members.member.find")).doesNotContain("/arrival");
    }

    @Test
    void whoeverSeesTheListSeesTheWholeRecord() {
        assertThat(shown("members.member.find", "members.member.list"))
                .contains(
                        "members.verdict.DENY",
                        "ines@example.org",
                        "aide-sociale",
                        "Paie en trois fois",
                        "what she owes",
                        "/history");
    }
}
