/**
 * Tables in and out: every import and every export of every bundle goes through here.
 *
 * <p>An import opens what somebody sent, whatever it is called, and goes through it as often as it needs to, one row at a time:
 *
 * <pre>{@code
 * try (TabularFile table = TabularFile.open(upload, "adherents.xlsx", TabularLimits.standard())) {
 *     int name = table.header().indexOf("Nom");
 *     for (TabularRow row : table) {
 *         if (row.problem().isPresent()) {
 *             report.error(row.line(), row.problem().get().message());
 *         } else if (row.cells().get(name) instanceof Cell.Formula) {
 *             report.error(row.line(), Text.of("members.import.formula"));
 *         } else {
 *             report.check(row.line(), row.cells().get(name).text());
 *         }
 *     }
 * } catch (UnreadableTableException e) {
 *     report.refuse(e.title());
 * }
 * }</pre>
 *
 * <p>What is wrong with the whole file is an {@link coop.greffon.core.tabular.UnreadableTableException}; what is wrong with one line is a
 * {@link coop.greffon.core.tabular.RowProblem}, a value, and the other lines are read all the same. A formula is never evaluated.
 *
 * <p>An export is the other way round:
 *
 * <pre>{@code
 * ExportSheet sheet = new ExportSheet("Adhérents", List.of("N°", "Nom", "Depuis"));
 * try (TabularWriter table = TabularWriter.open(response, TabularOutput.ODS, sheet)) {
 *     for (Member member : members) {
 *         table.row(List.of(Cell.of(member.number()), Cell.of(member.name()), Cell.of(member.since())));
 *     }
 *     table.finish();
 * }
 * }</pre>
 */
@Export
@Version("1.0.0")
package coop.greffon.core.tabular;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
