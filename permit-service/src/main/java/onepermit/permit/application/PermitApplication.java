package onepermit.permit.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import onepermit.exchange.identity.CityOrCounty;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.identity.NameMatch;
import org.jspecify.annotations.Nullable;

/**
 * A person asks for a first permit in a division on a day; never prints the name.
 *
 * @param host parent or child in whose dwelling the applicant lives; null = the applicant's own dwelling counts
 * @param filer who files; {@link Filer#NOT_ASKED} when it is only asked whether
 * @param name as given, empty = not to be checked
 * @param nameMatch how the name compared when it was given earlier; null = compare {@code name}
 * @param context why it is asked and for which case
 */
public record PermitApplication(
        Party applicant,
        @Nullable Party host,
        Filer filer,
        String name,
        @Nullable NameMatch nameMatch,
        DivisionCode division,
        LocalDate on,
        RequestContext context) {

    /** The city or county whose residents' facts count. */
    public DivisionCode city() {
        return CityOrCounty.of(division);
    }

    /** The applicant first. */
    public List<PersonKey> persons() {
        return Stream.of(applicant, host, filer.relative())
                .filter(Objects::nonNull)
                .map(Party::key)
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return "PermitApplication[" + applicant.key() + " " + division.value() + " " + on + "]";
    }
}
