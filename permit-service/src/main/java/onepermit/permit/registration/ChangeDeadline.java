package onepermit.permit.registration;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import onepermit.exchange.decision.RuleSet;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.identity.DivisionCode;
import org.springframework.stereotype.Component;

/** Whether a change of address was registered within the days of the city's rules. A late one is flagged and counted; it refuses nothing. */
@Component
public class ChangeDeadline {
    private static final String USE = "permit";
    private static final String DAYS = "addressChangeDays";

    private final RuleSets rules;
    private final Clock clock;
    private final MeterRegistry meters;

    ChangeDeadline(RuleSets rules, Clock clock, MeterRegistry meters) {
        this.rules = rules;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * A change that was registered late.
     *
     * @param days from the first day at the address to the registration
     * @param allowed days within which it is to be registered
     * @param ruleSet that says so
     */
    public record Late(int days, int allowed, String ruleSet) {}

    /** @param from first day at the new address, by which the rules in force are taken */
    public Optional<Late> late(DivisionCode division, LocalDate from) {
        Optional<Late> late = rules.inForce(USE, division, from).flatMap(set -> late(set, from));
        late.ifPresent(found -> meters.counter("onepermit.residence.late", "rules", found.ruleSet())
                .increment());
        return late;
    }

    private Optional<Late> late(RuleSet set, LocalDate from) {
        int days = Math.toIntExact(ChronoUnit.DAYS.between(from, LocalDate.now(clock)));
        return set.parameterIfAny(DAYS)
                .map(allowed -> new Late(days, Math.toIntExact((Long) allowed), set.id()))
                .filter(found -> found.days() > found.allowed());
    }
}
