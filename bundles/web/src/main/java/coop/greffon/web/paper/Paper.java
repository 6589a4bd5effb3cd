package coop.greffon.web.paper;

import coop.greffon.web.Visit;
import javax.ws.rs.core.Response;

/** Makes PDFs that are printed. */
public interface Paper {
    /**
     * The PDF, as a file. That it was taken away is audited.
     *
     * @param visit who asks
     */
    Response answer(Visit visit, Printout printout);
}
