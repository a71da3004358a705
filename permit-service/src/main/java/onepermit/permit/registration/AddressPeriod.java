package onepermit.permit.registration;

import java.time.LocalDate;
import onepermit.exchange.identity.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * One period at an address; never prints the address.
 *
 * @param address as registered, empty when an old record has none
 * @param to last day; null = still there
 */
public record AddressPeriod(
        DivisionCode division,
        String address,
        ResidenceKind kind,
        LocalDate from,
        @Nullable LocalDate to) {

    boolean open() {
        return to == null;
    }

    AddressPeriod since(LocalDate firstDay) {
        return new AddressPeriod(division, address, kind, firstDay, to);
    }

    AddressPeriod endedOn(LocalDate lastDay) {
        return new AddressPeriod(division, address, kind, from, lastDay);
    }

    @Override
    public String toString() {
        return "AddressPeriod[" + kind + " " + division.value() + " " + from + ".." + to + "]";
    }
}
