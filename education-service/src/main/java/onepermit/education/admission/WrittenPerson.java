package onepermit.education.admission;

/**
 * A person as a request writes them.
 *
 * @param id citizen ID number, not checked yet
 * @param name empty when it is not to be checked
 */
public record WrittenPerson(String id, String name) {

    /** Names and numbers stay out of logs. */
    @Override
    public String toString() {
        return "WrittenPerson[…]";
    }
}
