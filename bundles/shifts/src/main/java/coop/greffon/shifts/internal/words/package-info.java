/** What pages, programs and the door say in the same words, and read in the same way. */
package coop.greffon.shifts.internal.words;
