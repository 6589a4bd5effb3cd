package coop.greffon.web.internal.page;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.ArrayList;
import java.util.List;

/** A page while it is written: what stands above and tells of what stands below is written last, in its place. */
public final class PageOutput extends OwaspHtmlTemplateOutput {
    private final PageBytes written;
    private final List<Late> late = new ArrayList<>();

    /** What is written once all the rest is, in front of what stands at a place. */
    private record Late(int place, Content content) {}

    public PageOutput() {
        this(new PageBytes());
    }

    private PageOutput(PageBytes written) {
        super(written);
        this.written = written;
    }

    /** Keeps the place of a content that is written once all the rest is. */
    public void later(Content content) {
        late.add(new Late(written.length(), content));
    }

    /** All of it, in UTF-8. */
    public byte[] bytes() {
        if (late.isEmpty()) {
            return written.toArray();
        }
        var whole = new PageBytes();
        int done = 0;
        for (Late one : late) {
            whole.append(written, done, one.place());
            one.content().writeTo(whole);
            done = one.place();
        }
        whole.append(written, done, written.length());
        return whole.toArray();
    }
}
