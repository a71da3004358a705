package onepermit.permit.permit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.DivisionCode;

/**
 * What an electronic permit (电子居住证) says, line by line: of the particulars of Decree 663 art. 4 those that are on record, and the dates from
 * which its status follows. The status itself is asked for: no signature makes it true tomorrow.
 *
 * @param name as recorded, if it is
 * @param home where the holder is registered, if he is
 * @param issuedAt of this signature, in UTC
 */
public record ElectronicPermit(
        ResidencePermit permit, CitizenId citizen, Optional<String> name, Optional<Home> home, Instant issuedAt) {
    /** Kinds of certificate. */
    public static final String KIND = "electronic-permit";

    public static final String CODE_KIND = "permit-code";

    /**
     * Where somebody is registered.
     *
     * @param address empty = not recorded
     */
    public record Home(DivisionCode division, String address) {
        @Override
        public String toString() {
            return "Home[" + division.value() + "]";
        }
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>(code());
        lines.add("class " + permit.permitClass());
        lines.add("citizen-id " + citizen.value());
        lines.add("sex " + citizen.sex());
        lines.add("born " + citizen.birthDate());
        name.ifPresent(written -> lines.add("name " + written));
        home.ifPresent(of -> {
            lines.add("residence-division " + of.division().value());
            if (!of.address().isEmpty()) {
                lines.add("residence-address " + of.address());
            }
        });
        return lines;
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "ElectronicPermit[" + permit.number() + "]";
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
