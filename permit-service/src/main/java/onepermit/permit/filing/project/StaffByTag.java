package onepermit.permit.filing.project;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.identity.DatasetKeys;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.filing.InsuredStaff;
import onepermit.social.v1.EmploymentFact;
import onepermit.social.v1.EmploymentPeriod;
import org.springframework.stereotype.Component;

/** By the pair tag of person and employer: who holds both can ask for it, nobody can list an employer's staff. */
@Component
class StaffByTag implements InsuredStaff {
    private static final String DATASET = "employment.current";

    private final FactReader reader;
    private final Catalogue catalogue;
    private final DatasetKeys keys;

    StaffByTag(FactReader reader, Catalogue catalogue, DatasetKeys keys) {
        this.reader = reader;
        this.catalogue = catalogue;
        this.keys = keys;
    }

    @Override
    public Answer of(PersonKey person, String employer, LocalDate on, RequestContext context) {
        Finding finding = reader.read(List.of(person), context).find(person, DATASET);
        if (!finding.fresh(catalogue.dataset(DATASET).maxAge())) {
            return Answer.UNKNOWN;
        }
        ByteString tag =
                ByteString.copyFrom(keys.tag(DATASET, person.bytes(), employer.getBytes(StandardCharsets.UTF_8)));
        boolean insured = finding.rows().stream()
                .flatMap(StaffByTag::periods)
                .anyMatch(
                        period -> covers(period, on) && period.getEmployerTag().equals(tag));
        return insured ? Answer.STAFF : Answer.NOT_STAFF;
    }

    private static boolean covers(EmploymentPeriod period, LocalDate on) {
        int day = Dates.toCode(on);
        return period.getFrom() <= day && (period.getTo() == 0 || period.getTo() >= day);
    }

    private static Stream<EmploymentPeriod> periods(FactRow row) {
        try {
            return EmploymentFact.parseFrom(row.payload()).getPeriodsList().stream();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a fact of " + DATASET + " passed the road and cannot be read", e);
        }
    }
}
