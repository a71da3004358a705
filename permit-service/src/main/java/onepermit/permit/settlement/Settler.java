package onepermit.permit.settlement;

import java.time.LocalDate;
import java.util.Optional;
import onepermit.exchange.claim.Claims;
import onepermit.exchange.claim.Findings;
import onepermit.exchange.identity.CityOrCounty;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.Sex;

/**
 * Who wants to settle, where, and as of which day.
 *
 * @param study for the education that is claimed; empty while an officer has not found it
 */
public record Settler(
        PersonKey person, LocalDate born, Sex sex, DivisionCode division, LocalDate on, Optional<Study> study) {

    /**
     * Months of a study.
     *
     * @param from yyyymm; 0 = none is claimed
     * @param to yyyymm
     */
    public record Study(int from, int to) {
        public static final Study NONE = new Study(0, 0);

        public boolean holds(int month) {
            return month >= from && month <= to;
        }

        static Optional<Study> of(Claims claims, Findings findings) {
            if (!claims.values().containsKey("education.from")) {
                return Optional.of(NONE);
            }
            Optional<Integer> from = findings.value("education.from").map(Integer::valueOf);
            Optional<Integer> to = findings.value("education.to").map(Integer::valueOf);
            return from.flatMap(first -> to.map(last -> new Study(first, last)));
        }
    }

    public DivisionCode city() {
        return CityOrCounty.of(division);
    }
}
