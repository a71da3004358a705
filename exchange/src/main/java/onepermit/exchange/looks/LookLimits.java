package onepermit.exchange.looks;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many looks one may take. Each process counts for itself, and from nothing when it starts.
 *
 * @param personsPerSecond of one organisation (department, or an integrator's client); a question about three persons weighs three
 * @param officer distinct persons of one officer a day, read and not changed
 * @param caseRef distinct persons under one reference of a case a day
 * @param organisation distinct persons of one organisation a day
 * @param slowness how long each further look waits once it is slowed
 * @param batch distinct persons of one officer a day in batches that name no mandate
 * @param honey keys (hex) of planted persons that no case is about: the first look at one raises an alarm
 */
@ConfigurationProperties("onepermit.looks")
public record LookLimits(
        @DefaultValue("20000") int personsPerSecond,
        @DefaultValue Distinct officer,
        @DefaultValue Distinct caseRef,
        @DefaultValue Distinct organisation,
        @DefaultValue("250ms") Duration slowness,
        @DefaultValue("1500") int batch,
        @DefaultValue Set<String> honey) {

    public LookLimits {
        officer = officer.or(3_000, 10_000);
        caseRef = caseRef.or(3_000, 10_000);
        organisation = organisation.or(300_000, 1_000_000);
    }

    /**
     * Distinct persons.
     *
     * @param slow from here on each look waits; 0 = as shipped
     * @param stop from here on none is let through; 0 = as shipped
     */
    public record Distinct(
            @DefaultValue("0") int slow, @DefaultValue("0") int stop) {
        Distinct or(int otherwiseSlow, int otherwiseStop) {
            return new Distinct(slow == 0 ? otherwiseSlow : slow, stop == 0 ? otherwiseStop : stop);
        }
    }
}
