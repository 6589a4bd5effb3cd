package coop.greffon.members.internal.importing.cells;

/** The two parts of a person's name; one may be empty. */
record PersonName(String given, String family) {}
