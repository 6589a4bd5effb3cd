package coop.greffon.guestbook.internal.web;

import coop.greffon.guestbook.Entry;
import coop.greffon.guestbook.GuestBook;
import coop.greffon.guestbook.internal.view.StaticTemplates;
import coop.greffon.guestbook.internal.view.Templates;
import coop.greffon.members.Subjects;
import coop.greffon.web.MemberPanel;
import coop.greffon.web.Visit;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a person wrote, on their page. */
@Component(service = MemberPanel.class)
public final class GuestbookPanel implements MemberPanel {
    private final Templates templates = new StaticTemplates();
    private final GuestBook book;

    @Activate
    public GuestbookPanel(@Reference GuestBook book) {
        this.book = book;
    }

    @Override
    public Optional<Content> staff(String subject, Visit visit) {
        return visit.may("guestbook.entry.list") ? panel(subject, visit) : Optional.empty();
    }

    @Override
    public Optional<Content> self(Visit visit) {
        return panel(visit.signedIn().subject(), visit);
    }

    private Optional<Content> panel(String subject, Visit visit) {
        OptionalLong member = Subjects.memberId(subject);
        List<Entry> entries = member.isPresent() ? book.ofMember(member.getAsLong()) : List.of();
        return entries.isEmpty() ? Optional.empty() : Optional.of(templates.panel(visit, entries));
    }
}
