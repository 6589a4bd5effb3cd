/** Placeholder story. */
package coop.greffon.core;
