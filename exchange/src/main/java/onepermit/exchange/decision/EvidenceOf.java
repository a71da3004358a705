package onepermit.exchange.decision;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.Agreed;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.v1.Evidence;
import onepermit.exchange.v1.PendingEvidence;

/** Turns what was found of a person in a dataset into the evidence of a decision, or into what is pending. */
public final class EvidenceOf {
    private EvidenceOf() {}

    /** Evidence of one fact. */
    public static Evidence fact(Finding finding, FactRow row, String subject, Bilingual value) {
        return base(finding, subject, value)
                .setFactId(row.factId())
                .setIncarnation(row.incarnation())
                .setVersion(row.version())
                .setOrigin(finding.origin().name())
                .build();
    }

    /** Evidence that there is no such fact: inside coverage and under a fresh watermark that is an answer. */
    public static Evidence absence(Finding finding, String subject, Bilingual value) {
        return base(finding, subject, value).setOrigin("ABSENT").build();
    }

    /** Evidence that could not be relied on. */
    public static Evidence stale(Finding finding, String subject) {
        return base(finding, subject, Bilingual.NONE).setOrigin("STALE").build();
    }

    public static PendingEvidence pending(Finding finding, Duration maxAge) {
        return PendingEvidence.newBuilder()
                .setDataset(finding.dataset())
                .setSource(finding.source())
                .setCause(cause(finding))
                .build();
    }

    private static String cause(Finding finding) {
        if (finding.agreed() == Agreed.DENIED) {
            return "NOT_AGREED";
        }
        return !finding.covered() ? "NOT_COVERED" : finding.parked() ? "PARKED" : "STALE";
    }

    private static Evidence.Builder base(Finding finding, String subject, Bilingual value) {
        return Evidence.newBuilder()
                .setDataset(finding.dataset())
                .setSource(finding.source())
                .setSubject(subject)
                .setValue(value.en())
                .setValueZh(value.zh())
                .setAsOf(Timestamp.newBuilder()
                        .setSeconds(finding.asOf().getEpochSecond())
                        .setNanos(finding.asOf().getNano()))
                .setAgeMillis(finding.age().toMillis());
    }
}
