/**
 * An installed Chromium before the shared distribution.
 *
 * <p>A class marked {@link coop.greffon.itests.browser.BrowserTest} takes a {@link coop.greffon.itests.browser.Browser} as a
 * parameter, opens a {@link coop.greffon.itests.browser.Visit} with it and asks {@link coop.greffon.itests.browser.PageQuality}
 * what every page must hold. Without a Chromium on the PATH these tests are skipped, counted and announced; with
 * {@code GREFFON_REQUIRE_BROWSER=true} they fail.
 */
package coop.greffon.itests.browser;
