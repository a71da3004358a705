package onepermit.exchange.decision;

import java.util.Set;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Evidence;

/** What a decision has beside its body: id, time, hash, and of each piece of evidence where it was read and how old it was. */
final class Envelope {
    /** Ways to the same fact: which of them was taken does not change a decision. */
    private static final Set<String> WAYS = Set.of("OWN", "REPLICA", "LIVE");

    private Envelope() {}

    /** What of a piece of evidence belongs to the body. */
    static Evidence without(Evidence evidence) {
        var body = Evidence.newBuilder(evidence).clearAsOf().clearAgeMillis();
        return WAYS.contains(evidence.getOrigin()) ? body.clearOrigin().build() : body.build();
    }

    static Decision of(Decision answer) {
        var envelope = Decision.newBuilder()
                .setId(answer.getId())
                .setDecidedAt(answer.getDecidedAt())
                .setBodyHash(answer.getBodyHash());
        answer.getEvidenceList().forEach(evidence -> envelope.addEvidence(of(evidence)));
        return envelope.build();
    }

    private static Evidence of(Evidence evidence) {
        var envelope = Evidence.newBuilder().setAgeMillis(evidence.getAgeMillis());
        if (WAYS.contains(evidence.getOrigin())) {
            envelope.setOrigin(evidence.getOrigin());
        }
        return evidence.hasAsOf() ? envelope.setAsOf(evidence.getAsOf()).build() : envelope.build();
    }

    static Decision.Builder around(Decision body, Decision envelope) {
        var whole = body.toBuilder();
        for (int i = 0; i < body.getEvidenceCount(); i++) {
            whole.getEvidenceBuilder(i).mergeFrom(envelope.getEvidence(i));
        }
        return whole.setId(envelope.getId())
                .setDecidedAt(envelope.getDecidedAt())
                .setBodyHash(envelope.getBodyHash());
    }
}
