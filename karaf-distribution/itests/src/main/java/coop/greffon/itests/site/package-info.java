/** What the shipped bundles answer at: every route, and the pages that lead to one another. */
package coop.greffon.itests.site;
