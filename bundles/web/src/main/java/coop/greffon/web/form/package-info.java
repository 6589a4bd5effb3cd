/**
 * Forms that keep what was typed and say at each field what is wrong. A page method makes a {@link coop.greffon.web.form.Form} and its
 * template asks it for fields:
 *
 * <pre>{@code
 * ${form.summary()}
 * <form method="post" class="form" data-guard>
 * ${form.csrf()}
 * ${form.text("givenName", "members.field.given-name").autocomplete("given-name").required()}
 * ${form.date("birthDate", "members.field.birth-date")}
 * <div class="actions"><button class="primary">${visit.t("web.form.save")}</button></div>
 * </form>
 * }</pre>
 */
@Export
@Version("1.0.0")
package coop.greffon.web.form;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
