package onepermit.education.ranking;

/**
 * An objection that its owner has not heard of yet; never prints whose fact it is.
 *
 * @param citizen ID number, which goes to the owner and is kept no longer
 * @param claimed what the fact should say
 */
public record UnsentObjection(Objection objection, String citizen, String claimed) {
    @Override
    public String toString() {
        return "UnsentObjection[" + objection.id() + "]";
    }
}
