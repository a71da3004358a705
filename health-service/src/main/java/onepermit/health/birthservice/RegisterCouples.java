package onepermit.health.birthservice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import onepermit.exchange.identity.CityOrCounty;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.RequestContext;
import onepermit.health.recipient.Recipient;
import onepermit.health.recipient.Recipients;
import org.springframework.stereotype.Component;

/** Registers couples, inside the caller's transaction. */
@Component
public class RegisterCouples {
    private final Facts facts;
    private final Recipients recipients;
    private final Registrations registrations;
    private final HukouPlaces hukou;
    private final Deadlines deadlines;
    private final Clock clock;

    RegisterCouples(
            Facts facts,
            Recipients recipients,
            Registrations registrations,
            HukouPlaces hukou,
            Deadlines deadlines,
            Clock clock) {
        this.facts = facts;
        this.recipients = recipients;
        this.registrations = registrations;
        this.hukou = hukou;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * A couple that comes to be registered.
     *
     * @param division where it lives
     * @param stated hukou places as the couple states them
     */
    public record Couple(
            Recipient wife,
            Recipient husband,
            DivisionCode division,
            Map<Spouse, DivisionCode> stated,
            RequestContext context) {

        Recipient of(Spouse spouse) {
            return spouse == Spouse.WIFE ? wife : husband;
        }

        public List<PersonKey> persons() {
            return List.of(wife.key(), husband.key());
        }
    }

    public Registration open(Couple couple) {
        requireSexes(couple);
        facts.lockPersons(couple.persons());
        if (registrations.openOf(couple.wife().key(), couple.husband().key())) {
            throw new RefusalException(Refusal.alreadyExists(
                    "REGISTRATION_OPEN", "wife_id", "this couple has a registration under way; go on with that one"));
        }
        recipients.add(List.of(couple.wife(), couple.husband()));
        Registration opened = registration(couple).settled(LocalDate.now(clock));
        registrations.add(opened);
        return opened;
    }

    /** @param before as the officer saw it */
    public Registration answer(Registration before, String verification, boolean right, String remark) {
        facts.lockPersons(before.persons());
        Registration found = registrations.find(before.id()).orElseThrow();
        Verification asked = found.verifications().stream()
                .filter(each -> each.id().equals(verification))
                .findFirst()
                .orElseThrow();
        if (asked.standing() != Verification.Standing.OPEN) {
            throw new RefusalException(Refusal.failedPrecondition(
                    "VERIFICATION_ANSWERED", "verification_id", "this question has its answer: " + asked.standing()));
        }
        if (!right && remark.isBlank()) {
            throw new RefusalException(
                    Refusal.invalid("REMARK_MISSING", "remark", "say what is wrong, so that an officer can decide"));
        }
        Registration answered = found.answered(asked.answered(right, right ? "" : remark), LocalDate.now(clock));
        registrations.update(answered);
        return registrations.find(before.id()).orElseThrow();
    }

    public Registration decide(Registration before, boolean register, String reason, String etag) {
        facts.lockPersons(before.persons());
        Registration found = registrations.find(before.id()).orElseThrow();
        Etag.require(etag, found.version());
        registrations.update(found.decided(register, reason, LocalDate.now(clock)));
        return registrations.find(before.id()).orElseThrow();
    }

    private Registration registration(Couple couple) {
        String id = "birth-service-" + UUID.randomUUID();
        Map<PersonKey, DivisionCode> known = hukou.of(couple.persons(), couple.context());
        return new Registration(
                id,
                couple.wife().key(),
                couple.husband().key(),
                couple.division(),
                Registration.State.VERIFYING,
                LocalDate.now(clock),
                Optional.empty(),
                "",
                1,
                Stream.of(Spouse.values())
                        .map(spouse -> verification(id, couple, spouse, known))
                        .toList());
    }

    /** A hukou in this city or county, as public security shares it, needs nobody to be asked. */
    private Verification verification(
            String registration, Couple couple, Spouse spouse, Map<PersonKey, DivisionCode> known) {
        LocalDate today = LocalDate.now(clock);
        Optional<DivisionCode> shared =
                Optional.ofNullable(known.get(couple.of(spouse).key()));
        DivisionCode place = shared.or(() -> Optional.ofNullable(couple.stated().get(spouse)))
                .orElseThrow(() -> unknown(spouse));
        boolean here = shared.isPresent() && CityOrCounty.of(place).equals(CityOrCounty.of(couple.division()));
        return new Verification(
                "verification-" + UUID.randomUUID(),
                registration,
                spouse,
                place,
                deadlines.askBy(today),
                deadlines.answerBy(today),
                here ? Verification.Standing.RIGHT : Verification.Standing.OPEN,
                "");
    }

    private static RefusalException unknown(Spouse spouse) {
        String field = spouse == Spouse.WIFE ? "wife_hukou" : "husband_hukou";
        return new RefusalException(Refusal.failedPrecondition(
                "HUKOU_UNKNOWN",
                field,
                "no hukou place is known at the moment; the couple states it, and no paper is to be brought"));
    }

    private static void requireSexes(Couple couple) {
        for (Spouse spouse : Spouse.values()) {
            if (couple.of(spouse).id().sex() != spouse.sex()) {
                throw new RefusalException(
                        Refusal.invalid("SPOUSE_SEX", spouse.field(), spouse + " does not fit the sex in the number"));
            }
        }
    }
}
