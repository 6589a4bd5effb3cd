/** Placeholder story. */
package coop.greffon.members;
