package onepermit.social.points;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;

/** Residence permits of those who have points, as public security tells them. */
@Component
class HolderPermits {
    private final PointsReadings readings;
    private final Scoring scoring;

    HolderPermits(PointsReadings readings, Scoring scoring) {
        this.readings = readings;
        this.scoring = scoring;
    }

    /** Those of whom none is known are absent. */
    Map<PersonKey, PermitRecord> of(Collection<FixedScore> scores, RequestContext context) {
        Map<DivisionCode, List<FixedScore>> byCity =
                scores.stream().collect(Collectors.groupingBy(score -> city(score.division(), score.determinedOn())));
        Map<PersonKey, PermitRecord> permits = HashMap.newHashMap(scores.size());
        byCity.forEach((city, of) -> readings.of(
                        of.stream().map(FixedScore::person).toList(), city, context)
                .forEach((person, reading) -> reading.permit().ifPresent(permit -> permits.put(person, permit))));
        return permits;
    }

    PermitRecord require(Filing filing, LocalDate on, RequestContext context) {
        return readings.of(List.of(filing.person()), city(filing.division(), on), context).values().stream()
                .map(PointsReading::permit)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new RefusalException(Refusal.failedPrecondition(
                        "PERMIT_UNKNOWN",
                        "filing_id",
                        "public security tells of no permit here; points stand with one")));
    }

    /** Where the table holds. */
    private DivisionCode city(DivisionCode division, LocalDate on) {
        return scoring.inForce(division, on)
                .map(table -> table.set().jurisdiction())
                .orElseGet(division::city);
    }
}
