package coop.greffon.core.job;

import coop.greffon.core.identity.Actor;
import java.time.LocalDate;

/**
 * One run of a job.
 *
 * @param day the day it runs for: a missed one is made up for under its own date; today where the schedule is no calendar
 * @param actor on whose behalf it acts
 */
public record JobContext(LocalDate day, Actor actor) {}
