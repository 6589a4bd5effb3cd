/**
 * One declaration, many faces: a {@link coop.greffon.web.table.Table} says its columns and filters once and is shown as a page, printed,
 * and taken away as CSV, ODS, XLSX, PDF or JSON.
 *
 * <pre>{@code
 * private static final Table<MemberSummary> TABLE = Table.<MemberSummary>of("members", "members.list.title")
 *         .with(Column.<MemberSummary>text("number", "members.field.number", MemberSummary::number).sortable())
 *         .with(Column.<MemberSummary>title("name", "members.field.name", MemberSummary::name, m -> "/members/" + m.id()).sortable())
 *         .with(Filter.search("q", "members.filter.q"))
 *         .sortedBy("name")
 *         .empty("members.list.empty", "members.list.empty-next");
 *
 * @GET
 * @RequiresPermission("members.member.list")
 * public Response list(@Context Visit visit) {
 *     return tables.answer(visit, TABLE, rows, content -> Page.of(Text.of("members.list.title"), content));
 * }
 * }</pre>
 */
@Export
@Version("1.0.0")
package coop.greffon.web.table;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
