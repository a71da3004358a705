package onepermit.exchange.looks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Predicate;
import onepermit.exchange.access.Caller;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.looks.LookLimits.Distinct;

/** Judges a look by what was looked at before: by officer, by case and by organisation. All in memory. */
final class LookGuard {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int WHO_AT_MOST = 200_000;

    private final LookLimits limits;
    private final Predicate<String> changes;
    private final Clock clock;
    private final RateLimiterRegistry rates;
    private final Cache<Who, DistinctPersons> seen = Caffeine.newBuilder()
            .maximumSize(WHO_AT_MOST)
            .expireAfterWrite(Duration.ofHours(25))
            .build();

    /** Whose looks are counted on a day. */
    private record Who(String kind, String name, LocalDate day) {}

    /**
     * Who asks about herself goes through nobody, so residents are held to the rate alone.
     *
     * @param changes whether a method changes something: who writes a record knows what is in it
     */
    LookGuard(LookLimits limits, Predicate<String> changes, Clock clock) {
        this.limits = limits;
        this.changes = changes;
        this.clock = clock;
        this.rates = RateLimiterRegistry.of(RateLimiterConfig.custom()
                .limitForPeriod(limits.personsPerSecond())
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .timeoutDuration(Duration.ZERO)
                .build());
    }

    Verdict judge(Look look) {
        String organisation = organisation(look.caller());
        if (!withinRate(organisation, look.persons().size())) {
            return new Verdict(Verdict.Kind.STOPPED, "QUOTA");
        }
        if (changed(look) || look.caller().isResident()) {
            return Verdict.FREE;
        }
        Verdict verdict = counted("organisation", organisation, limits.organisation(), look);
        if (look.caller().role().equals("service")) {
            return verdict;
        }
        return verdict.or(counted("officer", look.caller().subject(), limits.officer(), look))
                .or(counted("case", organisation + "/" + look.context().getCaseRef(), limits.caseRef(), look));
    }

    /** A change that was refused wrote nothing, and told something: it counts as a look. */
    private boolean changed(Look look) {
        return changes.test(look.method()) && look.answerHash().length > 0;
    }

    boolean isHoney(Look look) {
        return !limits.honey().isEmpty()
                && look.persons().stream().map(PersonKey::hex).anyMatch(limits.honey()::contains);
    }

    private boolean withinRate(String organisation, int persons) {
        RateLimiter rate = rates.rateLimiter(organisation);
        return persons == 0 || rate.acquirePermission(Math.min(persons, limits.personsPerSecond()));
    }

    private Verdict counted(String kind, String name, Distinct limit, Look look) {
        Who who = new Who(kind, name, LocalDate.ofInstant(clock.instant(), SHANGHAI));
        DistinctPersons persons = Objects.requireNonNull(seen.get(who, key -> new DistinctPersons(limit.stop())));
        look.persons().forEach(persons::add);
        int count = persons.count();
        if (count <= limit.slow()) {
            return Verdict.FREE;
        }
        return new Verdict(count > limit.stop() ? Verdict.Kind.STOPPED : Verdict.Kind.SLOWED, kind);
    }

    /** What a department does by itself uses up nothing of its officers' share. */
    private static String organisation(Caller caller) {
        if (caller.department().isEmpty()) {
            return caller.client();
        }
        return caller.role().equals("service") ? caller.department() + " itself" : caller.department();
    }
}
