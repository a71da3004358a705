package onepermit.social.points.project;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.FactsRead;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.v1.PermitFact;
import onepermit.social.contribution.InsuranceKind;
import onepermit.social.points.PermitRecord;
import onepermit.social.points.PointsReading;
import onepermit.social.points.PointsReading.InsuredYear;
import onepermit.social.points.PointsReadings;
import onepermit.social.v1.ContributionYearFact;
import org.springframework.stereotype.Component;

/** One read of the replica and of the own facts, for as many persons as are asked for. */
@Component
class ProjectedHolders implements PointsReadings {
    private final FactReader facts;

    ProjectedHolders(FactReader facts) {
        this.facts = facts;
    }

    @Override
    public Map<PersonKey, PointsReading> of(Collection<PersonKey> persons, DivisionCode city, RequestContext context) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        FactsRead read = facts.read(persons, context);
        Map<PersonKey, PointsReading> readings = HashMap.newHashMap(persons.size());
        persons.forEach(person -> readings.put(person, reading(read, person, city)));
        return readings;
    }

    private static PointsReading reading(FactsRead read, PersonKey person, DivisionCode city) {
        Finding permits = read.find(person, "permit.status");
        Finding months = read.find(person, "si.months");
        return new PointsReading(permits, permit(permits, city), months, insured(months, city));
    }

    private static Optional<PermitRecord> permit(Finding permits, DivisionCode city) {
        return permits.rows().stream()
                .map(row -> new Held(parsed(PermitFact.parser(), row), row))
                .filter(held -> city.contains(new DivisionCode(held.permit.getDivision())))
                .max(Comparator.comparing(held -> held.permit.getIssuedOn()))
                .map(Held::told);
    }

    private static List<InsuredYear> insured(Finding months, DivisionCode city) {
        return months.rows().stream()
                .map(row -> new Year(parsed(ContributionYearFact.parser(), row), row))
                .filter(year -> year.months.getKind() == InsuranceKind.PENSION.code() && year.months.getPaid() != 0)
                .filter(year -> city.contains(new DivisionCode(year.months.getPlace())))
                .sorted(Comparator.comparing((Year year) -> year.months.getYear())
                        .thenComparing(year -> year.months.getPlace()))
                .map(year -> new InsuredYear(year.months.getYear(), Integer.bitCount(year.months.getPaid()), year.row))
                .toList();
    }

    private static <M extends MessageLite> M parsed(Parser<M> parser, FactRow row) {
        try {
            return parser.parseFrom(row.payload());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a fact of " + row.dataset() + " cannot be read", e);
        }
    }

    private record Held(PermitFact permit, FactRow row) {
        PermitRecord told() {
            return new PermitRecord(
                    Dates.fromCode(permit.getIssuedOn()),
                    Dates.fromCode(permit.getEndorsedTo()),
                    permit.getCancelledOn() == 0
                            ? Optional.empty()
                            : Optional.of(Dates.fromCode(permit.getCancelledOn())),
                    row);
        }
    }

    private record Year(ContributionYearFact months, FactRow row) {}
}
