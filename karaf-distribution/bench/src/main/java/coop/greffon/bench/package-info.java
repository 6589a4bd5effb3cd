/**
 * What the distribution reaches on this machine, as ratios within one run: pages against the same statements in bare JDBC, a large
 * co-op against a small one. It prints a table and judges nothing.
 */
package coop.greffon.bench;
