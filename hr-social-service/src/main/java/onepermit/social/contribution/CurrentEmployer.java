package onepermit.social.contribution;

import java.time.LocalDate;
import java.util.Optional;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;

/** Who employs a person. */
public interface CurrentEmployer {

    /** @param division where the work is */
    record Employed(Employer employer, DivisionCode division) {}

    Optional<Employed> of(PersonKey person, LocalDate day);
}
