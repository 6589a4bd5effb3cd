/**
 * What every bundle has to keep to, as tests that each bundle inherits:
 *
 * <pre>{@code
 * class ConformanceTest extends BundleConformance {}
 * }</pre>
 *
 * <p>It knows no bundle: it reads files, the class path and annotations by their names.
 */
package coop.greffon.testing.conformance;
