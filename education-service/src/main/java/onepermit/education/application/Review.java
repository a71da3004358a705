package onepermit.education.application;

import java.time.LocalDate;

/**
 * What an officer settled.
 *
 * @param ranked whether the application takes part; otherwise the district arranges schooling outside the round
 * @param addedPoints for what no department shares and the officer has seen on paper
 * @param decisionId decision that was settled; a later one opens the question again
 */
public record Review(
        boolean ranked,
        int addedPoints,
        String officer,
        String reason,
        String article,
        LocalDate on,
        String decisionId) {}
