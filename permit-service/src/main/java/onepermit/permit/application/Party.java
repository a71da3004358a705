package onepermit.permit.application;

import java.time.LocalDate;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.Sex;

/** A person in an application, known by pseudonym; sex and day of birth stand in the citizen ID. */
public record Party(PersonKey key, Sex sex, LocalDate born) {

    public static Party of(CitizenId citizen, PersonKey key) {
        return new Party(key, citizen.sex(), citizen.birthDate());
    }
}
