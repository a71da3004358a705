package onepermit.education.exam;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.Sex;
import onepermit.exchange.v1.RequestContext;

/**
 * Which examinations are open to this child?
 *
 * @param on day of registration, the evaluation date
 */
public record ExamQuestion(
        PersonKey child, List<Parent> parents, DivisionCode division, LocalDate on, RequestContext context) {

    /** A man can only be recorded as father, a woman as mother. */
    public record Parent(PersonKey key, Sex sex) {}

    public ExamQuestion {
        parents = List.copyOf(parents);
    }

    public List<PersonKey> persons() {
        return Stream.concat(Stream.of(child), parents.stream().map(Parent::key))
                .toList();
    }
}
