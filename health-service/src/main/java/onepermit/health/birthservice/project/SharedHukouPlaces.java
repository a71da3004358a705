package onepermit.health.birthservice.project;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.FactsRead;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.v1.RequestContext;
import onepermit.health.birthservice.HukouPlaces;
import onepermit.permit.v1.HukouFact;
import org.springframework.stereotype.Component;

/** Hukou places from this department's replica; what is too old is not known. */
@Component
class SharedHukouPlaces implements HukouPlaces {
    private static final String DATASET = "hukou.place";

    private final FactReader reader;
    private final Duration maxAge;

    SharedHukouPlaces(FactReader reader, Catalogue catalogue) {
        this.reader = reader;
        this.maxAge = catalogue.dataset(DATASET).maxAge();
    }

    @Override
    public Map<PersonKey, DivisionCode> of(Collection<PersonKey> persons, RequestContext context) {
        Map<PersonKey, DivisionCode> places = new HashMap<>();
        FactsRead read = reader.read(persons, context);
        for (PersonKey person : persons) {
            Finding finding = read.find(person, DATASET);
            if (finding.fresh(maxAge)) {
                finding.rows().forEach(row -> places.put(person, place(row)));
            }
        }
        return places;
    }

    private static DivisionCode place(FactRow row) {
        try {
            return new DivisionCode(HukouFact.parseFrom(row.payload()).getDivision());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a payload of " + DATASET + " cannot be read", e);
        }
    }
}
