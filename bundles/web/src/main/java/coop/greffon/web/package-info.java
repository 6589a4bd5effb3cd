/** Placeholder story. */
package coop.greffon.web;
