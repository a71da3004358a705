package onepermit.permit.permit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.CitizenId;
import onepermit.permit.registration.AddressPeriod;

/**
 * What an electronic permit (电子居住证) says, line by line: of the particulars of Decree 663 art. 4 those that are on record, and the dates from
 * which its status follows. The status itself is asked for: no signature makes it true tomorrow.
 *
 * @param name as recorded, if it is
 * @param home where the holder is registered, if he is
 * @param issuedAt of this signature, in UTC
 */
public record ElectronicPermit(
        ResidencePermit permit,
        CitizenId citizen,
        Optional<String> name,
        Optional<AddressPeriod> home,
        Instant issuedAt) {
    /** Kinds of certificate. */
    public static final String KIND = "electronic-permit";

    public static final String CODE_KIND = "permit-code";

    public List<String> lines() {
        List<String> lines = new ArrayList<>(code());
        lines.add("class " + permit.permitClass());
        lines.add("citizen-id " + citizen.value());
        lines.add("sex " + citizen.sex());
        lines.add("born " + citizen.birthDate());
        name.ifPresent(written -> lines.add("name " + written));
        home.ifPresent(period -> {
            lines.add("residence-division " + period.division().value());
            if (!period.address().isEmpty()) {
                lines.add("residence-address " + period.address());
            }
        });
        return lines;
    }

    /** What stands in a QR code: it names nobody and no address. */
    public List<String> code() {
        return List.of(
                "permit-number " + permit.number(),
                "authority-division " + permit.division().value(),
                "issued-on " + permit.issuedOn(),
                "valid-to " + permit.endorsedTo(),
                "signed-at " + issuedAt);
    }
}
