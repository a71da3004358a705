package onepermit.social.contribution;

import java.time.LocalDate;
import java.util.Optional;
import onepermit.exchange.identity.PersonKey;

/** Who employs a person. */
public interface CurrentEmployer {

    Optional<Employer> of(PersonKey person, LocalDate day);
}
