package onepermit.permit.application;

import java.time.LocalDate;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.hukou.CityOrCounty;
import org.jspecify.annotations.Nullable;

/**
 * A person asks for a first permit in a division on a day; never prints the name.
 *
 * @param host parent or child in whose dwelling the applicant lives; null = the applicant's own dwelling counts
 * @param name as given, empty = not to be checked
 * @param context why it is asked and for which case
 */
public record PermitApplication(
        Party applicant,
        @Nullable Party host,
        String name,
        DivisionCode division,
        LocalDate on,
        RequestContext context) {

    /** The city or county whose residents' facts count. */
    public DivisionCode city() {
        return CityOrCounty.of(division);
    }

    /** The applicant first. */
    public List<PersonKey> persons() {
        return host == null ? List.of(applicant.key()) : List.of(applicant.key(), host.key());
    }

    @Override
    public String toString() {
        return "PermitApplication[" + applicant.key() + " " + division.value() + " " + on + "]";
    }
}
