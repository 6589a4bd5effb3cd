package coop.greffon.guestbook.internal.shell;

import coop.greffon.guestbook.Entry;
import coop.greffon.guestbook.GuestBook;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Prints the newest words. */
@Service
@Command(scope = "guestbook", name = "list", description = "Prints the newest words of the guest book")
public final class ListEntriesCommand implements Action {
    @Reference
    private GuestBook book;

    @Option(name = "--most", description = "How many at most")
    private int most = 20;

    @Override
    public Object execute() {
        var table = new ShellTable();
        table.column("id");
        table.column("written at");
        table.column("name");
        table.column("text");
        for (Entry entry : book.latest(most)) {
            table.addRow().addContent(entry.id(), entry.writtenAt(), entry.name(), entry.text());
        }
        table.print(System.out);
        return null;
    }
}
