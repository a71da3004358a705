package onepermit.exchange.correction;

import onepermit.exchange.identity.Dates;
import onepermit.exchange.v1.CorrectionFact;
import onepermit.exchange.v1.CorrectionStanding;

/** A correction as its owner publishes it: where it stands, and nothing of what the record says. */
public final class Outcome {
    private static final String PREFIX = "correction.";

    private Outcome() {}

    /** The dataset in which an owner tells what became of corrections. */
    public static String dataset(String owner) {
        return PREFIX + owner;
    }

    /** Whether it is one in which owners tell what became of corrections. */
    public static boolean isDataset(String dataset) {
        return dataset.startsWith(PREFIX);
    }

    static CorrectionFact of(Correction correction) {
        CorrectionFact.Builder fact = CorrectionFact.newBuilder()
                .setDataset(correction.doubt().dataset())
                .setFactId(correction.doubt().factId())
                .setRaisedBy(correction.raiser().department())
                .setRaisedIn(correction.raiser().division())
                .setCaseRef(correction.raiser().caseRef())
                .setRaisedOn(Dates.toCode(correction.raisedOn()))
                .setDueOn(Dates.toCode(correction.due().on()))
                .setStanding(standing(correction.standing()));
        Correction.Answer answer = correction.answer();
        if (answer != null) {
            fact.setAnsweredOn(Dates.toCode(answer.on()))
                    .setAnsweredAtMillis(answer.at().toEpochMilli())
                    .setArticle(answer.article());
        }
        return fact.build();
    }

    public static CorrectionStanding standing(Correction.Standing standing) {
        return switch (standing) {
            case OPEN -> CorrectionStanding.CORRECTION_STANDING_OPEN;
            case MORE_NEEDED -> CorrectionStanding.CORRECTION_STANDING_MORE_NEEDED;
            case CORRECTED -> CorrectionStanding.CORRECTION_STANDING_CORRECTED;
            case NOT_CORRECTED -> CorrectionStanding.CORRECTION_STANDING_NOT_CORRECTED;
        };
    }
}
