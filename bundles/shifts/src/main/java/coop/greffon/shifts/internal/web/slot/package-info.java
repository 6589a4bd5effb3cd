/** Pages of slots that come back: templates, fixed places, closures. */
package coop.greffon.shifts.internal.web.slot;
