package onepermit.health.unit.project;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.FactsRead;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.health.unit.ChildResidence;
import onepermit.health.unit.ChildResidences;
import onepermit.permit.v1.AddressPeriod;
import onepermit.permit.v1.ResidenceFact;
import org.springframework.stereotype.Component;

/** Residences as public security shares them; what is too old or not agreed says nothing. */
@Component
class SharedResidences implements ChildResidences {
    private static final String DATASET = "residence.registration";
    private static final RequestContext CONTEXT = RequestContext.newBuilder()
            .setPurpose(Purpose.PURPOSE_VACCINATION)
            .setCaseRef("vaccination-unit")
            .build();

    private final FactReader reader;
    private final Duration maxAge;
    private final Clock clock;

    SharedResidences(FactReader reader, Catalogue catalogue, Clock clock) {
        this.reader = reader;
        this.maxAge = catalogue.dataset(DATASET).maxAge();
        this.clock = clock;
    }

    @Override
    public Map<PersonKey, ChildResidence> of(Collection<PersonKey> children) {
        Map<PersonKey, ChildResidence> homes = new HashMap<>();
        FactsRead read = reader.read(children, CONTEXT);
        for (PersonKey child : children) {
            Finding finding = read.find(child, DATASET);
            if (finding.fresh(maxAge)) {
                home(finding).ifPresent(home -> homes.put(child, home));
            }
        }
        return homes;
    }

    /** The open period that began last. */
    private Optional<ChildResidence> home(Finding finding) {
        int today = Dates.toCode(LocalDate.now(clock));
        return finding.rows().stream()
                .flatMap(row -> residence(row).getPeriodsList().stream())
                .filter(period -> period.getTo() == 0 && period.getFrom() <= today)
                .max(Comparator.comparingInt(AddressPeriod::getFrom))
                .map(period ->
                        new ChildResidence(new DivisionCode(period.getDivision()), Dates.fromCode(period.getFrom())));
    }

    private static ResidenceFact residence(FactRow row) {
        try {
            return ResidenceFact.parseFrom(row.payload());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a payload of " + DATASET + " cannot be read", e);
        }
    }
}
