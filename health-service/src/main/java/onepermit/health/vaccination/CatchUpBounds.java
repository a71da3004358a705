package onepermit.health.vaccination;

import java.time.Period;
import java.util.Set;

/**
 * What bounds a dose that is made up, whatever the vaccine.
 *
 * @param beforeMonths age from which nothing is made up
 * @param live injected live vaccines: given on one day, or so far apart
 */
record CatchUpBounds(int beforeMonths, Set<Vaccine> live, Period liveApart) {}
