package onepermit.exchange.mandate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.grpc.Status;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.looks.Mandated;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** Compares a look of a batch with the mandate it names. Where the mandate stands is read anew every second, its list never changes. */
final class MandatedLooks implements Mandated {
    private static final Duration STANDS = Duration.ofSeconds(1);
    private static final Duration UNUSED = Duration.ofMinutes(10);
    private static final int PERSONS_HELD = 500_000;

    private final MandateTable table;
    private final Mandates mandates;
    private final Cache<String, Optional<Mandate>> standing =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(STANDS).build();
    private final Cache<String, Set<PersonKey>> lists = Caffeine.newBuilder()
            .maximumWeight(PERSONS_HELD)
            .weigher((String id, Set<PersonKey> persons) -> persons.size() + 1)
            .expireAfterAccess(UNUSED)
            .build();

    MandatedLooks(MandateTable table, Mandates mandates) {
        this.table = table;
        this.mandates = mandates;
    }

    @Override
    public void require(Look look) {
        Mandate mandate = Objects.requireNonNull(standing.get(look.mandate(), table::of))
                .filter(found -> found.askedBy().equals(look.caller().subject()))
                .orElseThrow(Mandates::unknown);
        if (mandate.state() != Mandate.State.APPROVED || mandate.endedBy(mandates.today())) {
            throw new RefusalException(Refusal.failedPrecondition(
                    "MANDATE_NOT_IN_FORCE",
                    "mandate_id",
                    "this mandate is not approved, was withdrawn, or its last day is over; ListMandates says which"));
        }
        if (!mandate.method().equals(look.method())
                || mandate.context().getPurpose() != look.context().getPurpose()) {
            throw forOthers("this mandate is for another method or purpose");
        }
        if (!list(mandate.id()).containsAll(look.persons())) {
            throw forOthers("the list of this mandate does not hold everybody whom this line is about");
        }
    }

    private Set<PersonKey> list(String id) {
        return Objects.requireNonNull(lists.get(id, table::persons));
    }

    private static RefusalException forOthers(String text) {
        return new RefusalException(
                new Refusal(Status.Code.PERMISSION_DENIED, "MANDATE_FOR_OTHERS", "mandate_id", text));
    }
}
