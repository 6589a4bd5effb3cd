/**
 * Rules of shape stand on records as Bean Validation annotations, once: forms, import lines and REST check the same record through
 * {@link coop.greffon.core.validation.Validation}. Rules of the co-op do not belong here.
 *
 * <pre>{@code
 * public record TagDraft(@NotBlank @Size(max = 60) String name) {}
 *
 * TagDraft draft = validation.valid(new TagDraft(name));
 * }</pre>
 *
 * <p>The sentence is the message {@code core.validation.<annotation>}, or the key that the annotation's {@code message} names.
 */
@Export
@Version("1.0.0")
package coop.greffon.core.validation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
