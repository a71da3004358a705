package onepermit.education.admission;

import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import onepermit.exchange.identity.DivisionCode;

/**
 * What the rules in force say about which facts count.
 *
 * @param city where residence, work and insurance count
 * @param division applied in
 * @param reckoning day up to which months count
 * @param termStart day on which doses must have been given
 * @param arrearsMonths the latest months of insurance may still be unpaid, so many
 * @param familyPlanning whether the rules ask for family planning
 * @param permitItems whether the rules ask for the permit and for each insurance
 * @param maxAge how old evidence of a dataset may be
 * @param zh what a code is called in Chinese
 */
public record Terms(
        DivisionCode city,
        DivisionCode division,
        LocalDate reckoning,
        LocalDate termStart,
        int arrearsMonths,
        boolean familyPlanning,
        boolean permitItems,
        Function<String, Duration> maxAge,
        UnaryOperator<String> zh) {

    public Duration maxAge(String dataset) {
        return maxAge.apply(dataset);
    }

    public String zh(String code) {
        return zh.apply(code);
    }
}
