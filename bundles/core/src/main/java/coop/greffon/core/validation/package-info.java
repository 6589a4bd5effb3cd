/**
 * Rules of shape, said once: as Bean Validation annotations on the records that forms, imported lines and REST share.
 *
 * <pre>{@code
 * public record TagDraft(@NotBlank @Size(max = 200) String name) {}
 *
 * validation.check(draft);
 * }</pre>
 *
 * <p>An annotation's message is a message key, filled with the annotation's values in alphabetical order of their names; without one it is
 * {@code core.shape.<annotation>}, such as {@code core.shape.Size} with {@code {0}} the most and {@code {1}} the least.
 */
@Export
@Version("1.0.0")
package coop.greffon.core.validation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
