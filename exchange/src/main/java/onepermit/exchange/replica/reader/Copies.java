package onepermit.exchange.replica.reader;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import onepermit.exchange.agreement.AgreementBook;
import onepermit.exchange.agreement.FieldCut;
import onepermit.exchange.agreement.GivenFields;
import onepermit.exchange.agreement.StandingAgreement;
import onepermit.exchange.catalogue.Dataset;

/** What of the others' facts this department may copy: agreements themselves, and of all else the fields that agreements give. */
final class Copies {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final AgreementBook agreements;
    private final String department;
    private final FieldCut cut;

    Copies(AgreementBook agreements, String department, FieldCut cut) {
        this.agreements = agreements;
        this.department = department;
        this.cut = cut;
    }

    boolean allowed(Dataset dataset) {
        return dataset.control() || agreements.kept(department).containsKey(dataset.id());
    }

    byte[] held(Dataset dataset, byte[] payload) {
        return dataset.control() ? payload : cut.cut(dataset, payload, fields(dataset));
    }

    /** Names the fields of a copy, to tell when it must be made anew. */
    String label(Dataset dataset) {
        return String.join(" ", new TreeSet<>(fields(dataset).paths()));
    }

    /** When the last agreement about it ended; long ago when there is none. */
    Instant ended(Dataset dataset) {
        List<StandingAgreement> about = agreements.about(department, dataset.id());
        return about.stream().map(Copies::end).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    void onChange(Runnable listener) {
        agreements.onChange(listener);
    }

    private static Instant end(StandingAgreement agreement) {
        Instant expired = agreement.to().plusDays(1).atStartOfDay(SHANGHAI).toInstant();
        return agreement.revokedAt().filter(expired::isAfter).orElse(expired);
    }

    private GivenFields fields(Dataset dataset) {
        return agreements.kept(department).getOrDefault(dataset.id(), GivenFields.NONE);
    }
}
