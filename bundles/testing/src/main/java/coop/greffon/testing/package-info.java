/** Placeholder story. */
package coop.greffon.testing;
