package coop.greffon.web.table;

import coop.greffon.web.Page;
import coop.greffon.web.Visit;
import gg.jte.Content;
import java.util.function.Function;
import javax.ws.rs.core.Response;

/** Answers with a table in whatever form the address asks for. */
public interface Tables {
    /**
     * The page with the table, or the file.
     *
     * @param visit who asks, and with which address: filters, {@code sort}, {@code page}, {@code size},
     *     {@code count=exact}, {@code print=1} and {@code format} (csv, rfc4180, ods, xlsx, pdf, json)
     * @param table the declaration
     * @param rows where rows come from
     * @param page puts the table into a page
     * @throws coop.greffon.core.problem.InvalidInput where a number of the address is none, or a sort or format is unknown
     */
    <R> Response answer(Visit visit, Table<R> table, Rows<R> rows, Function<Content, Page> page);
}
