package onepermit.permit.dwelling;

import java.time.LocalDate;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import org.jspecify.annotations.Nullable;

/**
 * One dwelling of a person.
 *
 * @param to last day; null = open
 * @param shareBp share owned by the person in basis points, 10000 = all; 0 when not owned
 * @param registerNo number in the register it comes from, empty when it gives none
 */
public record Dwelling(
        PersonKey person,
        DivisionCode division,
        DwellingKind kind,
        LocalDate from,
        @Nullable LocalDate to,
        int shareBp,
        DwellingUsage usage,
        String registerNo) {}
