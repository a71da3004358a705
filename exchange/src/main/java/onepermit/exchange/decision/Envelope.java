package onepermit.exchange.decision;

import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Evidence;

/** What a decision has beside its body: id, time, hash, and how old each piece of evidence was. */
final class Envelope {
    private Envelope() {}

    static Decision of(Decision answer) {
        var envelope = Decision.newBuilder()
                .setId(answer.getId())
                .setDecidedAt(answer.getDecidedAt())
                .setBodyHash(answer.getBodyHash());
        answer.getEvidenceList()
                .forEach(e -> envelope.addEvidence(
                        Evidence.newBuilder().setAsOf(e.getAsOf()).setAgeMillis(e.getAgeMillis())));
        return envelope.build();
    }

    static Decision.Builder around(Decision body, Decision envelope) {
        var whole = body.toBuilder();
        for (int i = 0; i < body.getEvidenceCount(); i++) {
            whole.getEvidenceBuilder(i)
                    .setAsOf(envelope.getEvidence(i).getAsOf())
                    .setAgeMillis(envelope.getEvidence(i).getAgeMillis());
        }
        return whole.setId(envelope.getId())
                .setDecidedAt(envelope.getDecidedAt())
                .setBodyHash(envelope.getBodyHash());
    }
}
