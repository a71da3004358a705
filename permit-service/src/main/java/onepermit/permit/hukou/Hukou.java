package onepermit.permit.hukou;

import java.time.LocalDate;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import org.jspecify.annotations.Nullable;

/**
 * Where a person's permanent residence is registered.
 *
 * @param since null = since birth or unknown
 */
public record Hukou(
        PersonKey person, DivisionCode division, @Nullable LocalDate since) {}
