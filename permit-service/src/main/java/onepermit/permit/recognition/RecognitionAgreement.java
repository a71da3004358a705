package onepermit.permit.recognition;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;

/** That the permits of some places count in each of them. */
record RecognitionAgreement(
        String id, List<DivisionCode> places, String document, LocalDate from, List<String> services) {

    boolean between(DivisionCode asking, DivisionCode ofPermit) {
        return holds(asking) && holds(ofPermit);
    }

    private boolean holds(DivisionCode place) {
        return places.stream().anyMatch(partner -> partner.contains(place));
    }
}
