package onepermit.social.points;

/** Publishes whether the standard is reached; inside the transaction that changed it. */
public interface ScorePublication {

    void determined(FixedScore score);

    void lapsed(FixedScore score);
}
