package onepermit.health.birthservice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;

/** All birth-service registrations. */
public interface Registrations {

    Optional<Registration> find(String id);

    Optional<Registration> ofVerification(String verification);

    boolean openOf(PersonKey wife, PersonKey husband);

    void add(Registration registration);

    /** Writes state and answers; the version grows by one. */
    void update(Registration registration);

    /** Open questions to a division and those inside it, the earliest due first. */
    List<Verification> openIn(DivisionCode division, Optional<LocalDate> dueBefore, int most);
}
