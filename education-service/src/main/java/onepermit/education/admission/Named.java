package onepermit.education.admission;

/**
 * A name that was given, and how it compares with the one on record.
 *
 * @param role of the person in the case
 */
public record Named(String role, PersonAsked person, Answer<Boolean> matches) {

    boolean differs() {
        return matches.pending() == null && !matches.value();
    }
}
