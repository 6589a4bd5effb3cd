/**
 * The host. This package holds nothing; the rooms are beside it: {@code module} (what a bundle declares), {@code extension} (how neighbours
 * meet), {@code identity} (who may do what), {@code message}, {@code persistence}, {@code audit}, {@code problem}, {@code tabular}.
 */
package coop.greffon.core;
