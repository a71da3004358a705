package onepermit.permit;

import io.grpc.StatusRuntimeException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.testing.RunningService;

/** The service as it runs, over a real broker and a real database, with its callers at the door. One for the whole test run. */
public abstract class PermitOffice {

    private static final class Running {
        static final RunningService SERVICE = RunningService.start(PermitServiceApplication.class);
        static final Neighbours NEIGHBOURS = new Neighbours(SERVICE.road());
    }

    /** The service asked; another one where a test needs it for itself. */
    protected RunningService service() {
        return Running.SERVICE;
    }

    /** Social security and education, on the same road. */
    protected static Neighbours neighbours() {
        return Running.NEIGHBOURS;
    }

    /** An officer who is competent everywhere. */
    protected Officer officer() {
        return officerOf("000000");
    }

    protected Officer officerOf(String division) {
        return new Officer(service(), division);
    }

    protected PersonKey key(String citizenId) {
        return service()
                .bean(PersonKeys.class)
                .of(service().bean(CitizenIds.class).read("citizen_id", citizenId));
    }

    /** Brings lines of a department's own file and takes care that all are taken. */
    protected void load(String kind, String header, String... lines) {
        var done = officer().load(kind, header, lines);
        if (done.accepted() != lines.length) {
            throw new AssertionError(kind + " was not taken: " + done);
        }
    }

    /** Makes so many calls at the same time; returns what came of those that were not refused. */
    protected static <T> List<T> atOnce(int calls, Callable<T> call) throws InterruptedException {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Optional<T>>> all = Collections.nCopies(calls, () -> answered(call));
            return callers.invokeAll(all).stream()
                    .flatMap(answer -> answer.resultNow().stream())
                    .toList();
        }
    }

    private static <T> Optional<T> answered(Callable<T> call) throws Exception {
        try {
            return Optional.of(call.call());
        } catch (StatusRuntimeException refused) {
            return Optional.empty();
        }
    }
}
