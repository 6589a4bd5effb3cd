/**
 * What is printed and hung up: a bundle makes the content by a template, web adds the frame and makes a PDF.
 *
 * <pre>{@code
 * @GET
 * @Path("week.pdf")
 * @RequiresPermission("shifts.worker.list")
 * public Response week(@Context Visit visit) {
 *     return paper.answer(visit, Printout.landscape("week", Text.of("shifts.print.week"), templates.week(visit, week)));
 * }
 * }</pre>
 */
@Export
@Version("1.0.0")
package coop.greffon.web.paper;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
