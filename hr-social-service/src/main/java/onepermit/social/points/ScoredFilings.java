package onepermit.social.points;

import java.time.LocalDate;
import java.util.Optional;

/** What the score of a filing needs beside the filing. */
public interface ScoredFilings {

    void save(String filing, LocalDate born);

    /** Birth date of the filing's person; empty when the filing was never scored. */
    Optional<LocalDate> born(String filing);
}
