package onepermit.permit.settlement;

import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;

/** All intakes. What changes them runs inside the caller's transaction. */
public interface SettlementIntakes {

    Optional<SettlementIntake> find(DivisionCode city, int year);

    /** Held to the end of the transaction. */
    Optional<SettlementIntake> findForUpdate(DivisionCode city, int year);

    /** @return false when the city has an intake of that year */
    boolean add(SettlementIntake intake);

    void save(SettlementIntake intake);
}
