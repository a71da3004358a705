package onepermit.permit.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;

/** All filings for settlement. What changes them runs inside the caller's transaction, under the person's lock. */
public interface SettlementFilings {

    String nextNumber(DivisionCode city, int year);

    /** Adds a filing, or stores its next version. */
    void save(SettlementFiling filing);

    Optional<SettlementFiling> find(String number);

    /** The one of the youngest intake. */
    Optional<SettlementFiling> latest(PersonKey person);

    Optional<SettlementFiling> of(PersonKey person, DivisionCode city, int year);

    List<SettlementFiling> ofIntake(DivisionCode city, int year);

    /** First day on which the person may file in the city again, if papers were false. */
    Optional<LocalDate> bannedUntil(PersonKey person, DivisionCode city);

    /** Ranks by number; those that are not named have none. */
    void rank(DivisionCode city, int year, Map<String, Integer> ranks);
}
