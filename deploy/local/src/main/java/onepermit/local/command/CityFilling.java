package onepermit.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import onepermit.city.City;
import onepermit.city.CityLoad;
import onepermit.city.Loaded;
import onepermit.local.Department;
import onepermit.local.Listener;
import onepermit.local.Local;
import onepermit.local.Progress;
import onepermit.local.Trouble;
import onepermit.local.edge.Issuer;

/** Brings the synthetic city to its departments, once for each size; a load that was broken off is done again and doubles nothing. */
final class CityFilling {
    private static final long SEED = 1;

    private final Local local;
    private final Progress progress;

    CityFilling(Local local, Progress progress) {
        this.local = local;
        this.progress = progress;
    }

    void fill(int residents) {
        if (isThere(residents)) return;
        progress.say("Loading a city of %,d people who do not exist".formatted(residents));
        Loaded loaded = load(residents);
        progress.say("The city is loaded: %,d lines, %,d taken, %,d rejected"
                .formatted(loaded.lines(), loaded.accepted(), loaded.rejected()));
        loaded.reasons().forEach(progress::say);
        remember(residents);
    }

    private Loaded load(int residents) {
        String gateway = local.ports().address(Listener.GATEWAY_GRPC);
        var addresses =
                Arrays.stream(Department.values()).collect(Collectors.toMap(Department::role, department -> gateway));
        var issuer = new Issuer(local);
        try {
            return new CityLoad(
                            new City(SEED, residents),
                            addresses,
                            () -> issuer.token("operator", Issuer.EVERYWHERE),
                            progress::say)
                    .run();
        } catch (IllegalStateException departmentDoesNotTakeIt) {
            throw new Trouble(
                    "The city could not be loaded: " + departmentDoesNotTakeIt.getMessage(), departmentDoesNotTakeIt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isThere(int residents) {
        try {
            return Files.exists(mark()) && Files.readString(mark()).equals(line(residents));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(int residents) {
        try {
            Files.writeString(mark(), line(residents));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(int residents) {
        return "seed %d, %d residents%n".formatted(SEED, residents);
    }

    private Path mark() {
        return local.home().data().resolve("city");
    }
}
