package onepermit.education.statistics.project;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import onepermit.education.statistics.HukouPlaces;
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
import onepermit.permit.v1.HukouFact;
import org.springframework.stereotype.Component;

/** Hukou places from this department's replica; what is too old, or was another place on the day, is not known. */
@Component
class SharedHukouPlaces implements HukouPlaces {
    private static final String DATASET = "hukou.place";
    private static final RequestContext CONTEXT = RequestContext.newBuilder()
            .setPurpose(Purpose.PURPOSE_STATISTICS)
            .setCaseRef("statistics")
            .build();

    private final FactReader reader;
    private final Duration maxAge;

    SharedHukouPlaces(FactReader reader, Catalogue catalogue) {
        this.reader = reader;
        this.maxAge = catalogue.dataset(DATASET).maxAge();
    }

    @Override
    public Map<PersonKey, DivisionCode> of(Collection<PersonKey> persons, LocalDate on) {
        Map<PersonKey, DivisionCode> places = new HashMap<>();
        FactsRead read = reader.read(persons, CONTEXT);
        for (PersonKey person : persons) {
            Finding finding = read.find(person, DATASET);
            if (finding.fresh(maxAge)) {
                place(finding, Dates.toCode(on)).ifPresent(place -> places.put(person, place));
            }
        }
        return places;
    }

    private static Optional<DivisionCode> place(Finding finding, int on) {
        return finding.rows().stream()
                .map(SharedHukouPlaces::hukou)
                .filter(hukou -> hukou.getSince() <= on)
                .map(hukou -> new DivisionCode(hukou.getDivision()))
                .findFirst();
    }

    private static HukouFact hukou(FactRow row) {
        try {
            return HukouFact.parseFrom(row.payload());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a payload of " + DATASET + " cannot be read", e);
        }
    }
}
