/**
 * The built distribution as a process.
 *
 * <p>A test takes the one that the whole run shares by naming a {@link coop.greffon.itests.distribution.RunningDistribution}
 * as a parameter; it runs on H2, with the demo co-op and an adjustable clock. {@code @OnPostgreSql} on the parameter gives
 * its twin on PostgreSQL. A test that kills, restarts or reconfigures takes one of its own from
 * {@link coop.greffon.itests.distribution.DistributionSetup}. Each is reached as a person reaches it: over HTTP and over ssh.
 */
package coop.greffon.itests.distribution;
