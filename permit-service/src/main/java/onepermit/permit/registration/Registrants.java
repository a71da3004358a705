package onepermit.permit.registration;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.permit.identity.CompareNames;
import onepermit.permit.identity.NameComparison;
import onepermit.permit.identity.PersonName;
import onepermit.permit.identity.RecordNames;
import org.springframework.stereotype.Component;

/** Checks who comes to register: born by then, and of the name on record; a first name is put on record. */
@Component
final class Registrants {
    private final CompareNames names;
    private final RecordNames record;

    Registrants(CompareNames names, RecordNames record) {
        this.names = names;
        this.record = record;
    }

    void require(Registrant registrant, LocalDate from) {
        if (from.isBefore(registrant.citizen().birthDate())) {
            throw new RefusalException(
                    Refusal.invalid("DATE_BEFORE_BIRTH", "from", from + " is before the day of birth in citizen_id"));
        }
        NameComparison comparison = names.compare(registrant.person(), registrant.name());
        switch (comparison.match()) {
            case EXACT, NORMALISED, VARIANT -> {}
            case NO_RECORD -> record.all(List.of(new PersonName(registrant.person(), registrant.name())));
            case DIFFERENT ->
                throw new RefusalException(Refusal.invalid("NAME_MISMATCH", "name", comparison.explanationEn()));
        }
    }
}
