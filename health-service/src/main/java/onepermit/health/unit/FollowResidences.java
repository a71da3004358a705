package onepermit.health.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.Facts;
import onepermit.health.recipient.Recipients;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives each child the unit of the division where it lives. It looks at what is known, not at events as they pass, so it may run late, twice or beside
 * another and comes to the same. A child of whom no residence is known keeps its unit.
 */
@Component
public class FollowResidences {
    private static final int PAGE = 500;
    /** Older ones are made up nothing more (national schedule). */
    private static final int CHILD_YEARS = 18;

    private final Recipients recipients;
    private final ChildResidences residences;
    private final Units units;
    private final Assignments assignments;
    private final Facts facts;
    private final TransactionOperations transaction;
    private final Clock clock;

    FollowResidences(
            Recipients recipients,
            ChildResidences residences,
            Units units,
            Assignments assignments,
            Facts facts,
            TransactionOperations transaction,
            Clock clock) {
        this.recipients = recipients;
        this.residences = residences;
        this.units = units;
        this.assignments = assignments;
        this.facts = facts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return children whose unit or division changed */
    public int sweep() {
        LocalDate bornAfter = LocalDate.now(clock).minusYears(CHILD_YEARS);
        List<VaccinationUnit> known = units.all();
        int moved = 0;
        List<PersonKey> page = recipients.bornAfter(bornAfter, Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            moved += follow(page, known);
            page = recipients.bornAfter(bornAfter, Optional.of(page.getLast()), PAGE);
        }
        return moved;
    }

    private int follow(List<PersonKey> page, List<VaccinationUnit> known) {
        Map<PersonKey, ChildResidence> homes = residences.of(page);
        Map<PersonKey, UnitAssignment> before = assignments.latest(homes.keySet());
        int moved = 0;
        for (Map.Entry<PersonKey, ChildResidence> home : homes.entrySet()) {
            UnitAssignment now = assignment(home.getKey(), home.getValue(), known);
            if (movedOn(Optional.ofNullable(before.get(now.child())), now)) {
                moved += assign(now);
            }
        }
        return moved;
    }

    /** Once more under the child's lock: another may have been here. */
    private int assign(UnitAssignment now) {
        return Objects.requireNonNull(transaction.execute(status -> {
            facts.lockPersons(Set.of(now.child()));
            Optional<UnitAssignment> before =
                    Optional.ofNullable(assignments.latest(Set.of(now.child())).get(now.child()));
            if (!movedOn(before, now)) {
                return 0;
            }
            assignments.assign(now);
            return 1;
        }));
    }

    /** Who stays in a division keeps the unit there, whichever units come or go beside it. */
    private static boolean movedOn(Optional<UnitAssignment> before, UnitAssignment now) {
        return before.map(was -> !was.division().equals(now.division())
                        || was.unit().isEmpty() && now.unit().isPresent())
                .orElse(true);
    }

    private static UnitAssignment assignment(PersonKey child, ChildResidence home, List<VaccinationUnit> known) {
        return new UnitAssignment(
                child,
                Units.takingIn(known, home.division()).map(VaccinationUnit::code),
                home.division(),
                home.since());
    }
}
