package onepermit.social.pension.project;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.FactsRead;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.v1.HukouFact;
import onepermit.social.contribution.InsuranceKind;
import onepermit.social.pension.PensionReading;
import onepermit.social.pension.PensionReading.Hukou;
import onepermit.social.pension.PensionReading.PensionYear;
import onepermit.social.pension.PensionReadings;
import onepermit.social.v1.ContributionYearFact;
import org.springframework.stereotype.Component;

/** One read of the replica and of the own facts. */
@Component
class ReplicaReadings implements PensionReadings {
    private static final Comparator<PensionYear> OLDEST_FIRST = Comparator.comparing(PensionYear::year)
            .thenComparing(year -> year.place().value());

    private final FactReader facts;

    ReplicaReadings(FactReader facts) {
        this.facts = facts;
    }

    @Override
    public PensionReading of(PersonKey person, RequestContext context) {
        FactsRead read = facts.read(List.of(person), context);
        Finding hukou = read.find(person, "hukou.place");
        Finding months = read.find(person, "si.months");
        return new PensionReading(hukou, hukouPlace(hukou), months, pensionYears(months));
    }

    private static Optional<Hukou> hukouPlace(Finding finding) {
        return finding.rows().stream().findFirst().map(fact -> {
            HukouFact hukou = parsed(HukouFact.parser(), fact);
            return new Hukou(new DivisionCode(hukou.getDivision()), fact);
        });
    }

    private static List<PensionYear> pensionYears(Finding finding) {
        return finding.rows().stream()
                .map(fact -> new Year(parsed(ContributionYearFact.parser(), fact), fact))
                .filter(year -> year.months.getKind() == InsuranceKind.PENSION.code() && year.months.getPaid() != 0)
                .map(Year::pension)
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private static <M extends MessageLite> M parsed(Parser<M> parser, FactRow fact) {
        try {
            return parser.parseFrom(fact.payload());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a fact of " + fact.dataset() + " cannot be read", e);
        }
    }

    private record Year(ContributionYearFact months, FactRow fact) {
        PensionYear pension() {
            return new PensionYear(new DivisionCode(months.getPlace()), months.getYear(), months.getPaid(), fact);
        }
    }
}
