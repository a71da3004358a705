package onepermit.city;

import io.grpc.Status;
import io.grpc.StatusException;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import onepermit.exchange.v1.ImportResponse;

/**
 * Brings a city to its departments, all of them at once and the files of each in order. A load that was broken off is
 * started again from the beginning: what is there already is recognised.
 */
public final class CityLoad {
    private static final long SAY_EVERY_NANOS = 1_000_000_000L;

    private final City city;
    private final Map<String, String> addresses;
    private final Supplier<String> token;
    private final Consumer<String> progress;
    private final Map<String, ImportResponse> state = new ConcurrentHashMap<>();
    private long saidAt = System.nanoTime();

    /**
     * @param addresses to send to by department (permit, social, education, health): its own, or the gateway's
     * @param token gives an access token of role {@code service} or {@code operator}
     * @param progress takes a line about every second
     */
    public CityLoad(City city, Map<String, String> addresses, Supplier<String> token, Consumer<String> progress) {
        this.city = city;
        this.addresses = Map.copyOf(addresses);
        this.token = token;
        this.progress = progress;
    }

    /** Loads everything; throws {@link IllegalStateException} with a sentence to show when a department does not take it. */
    public Loaded run() throws InterruptedException {
        try (ExecutorService departments = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Loaded> running = new ExecutorCompletionService<>(departments);
            addresses.keySet().forEach(name -> running.submit(() -> load(name)));
            try {
                for (int i = 0; i < addresses.size(); i++) {
                    running.take().get();
                }
            } catch (ExecutionException e) {
                departments.shutdownNow();
                throw e.getCause() instanceof IllegalStateException refused ? refused : new IllegalStateException(e);
            }
        }
        return loaded();
    }

    private Loaded load(String name) throws InterruptedException {
        String address = addresses.get(name);
        try (Department department = new Department(name, String.valueOf(address), token)) {
            for (CityFile file :
                    CityFiles.all().filter(f -> f.department().equals(name)).toList()) {
                load(file, department);
            }
        }
        return loaded();
    }

    private void load(CityFile file, Department department) throws InterruptedException {
        try {
            new FileUpload(file, city, department).run(answer -> say(file, answer));
        } catch (StatusException e) {
            throw new IllegalStateException(sentence(file, e.getStatus()), e);
        }
    }

    private synchronized void say(CityFile file, ImportResponse answer) {
        state.merge(file.fileName(), answer, CityLoad::later);
        long now = System.nanoTime();
        if (now - saidAt >= SAY_EVERY_NANOS) {
            saidAt = now;
            progress.accept(sentence());
        }
    }

    /** Counts of the newer answer, rejects of both up to a handful. */
    private static ImportResponse later(ImportResponse older, ImportResponse newer) {
        return older.getRejectsCount() > 0
                ? newer.toBuilder()
                        .addAllRejects(older.getRejectsList().subList(0, 1))
                        .build()
                : newer;
    }

    private String sentence() {
        return addresses.keySet().stream()
                .sorted()
                .map(name -> "%s %,d".formatted(name, lines(name)))
                .collect(Collectors.joining(", ", "city: lines taken: ", ""));
    }

    private long lines(String department) {
        return state.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(department))
                .mapToLong(entry -> entry.getValue().getLines())
                .sum();
    }

    private Loaded loaded() {
        return Loaded.of(state.values());
    }

    private static String sentence(CityFile file, Status status) {
        return "%s does not take %s (%s: %s)"
                .formatted(file.department(), file.fileName(), status.getCode(), status.getDescription());
    }
}
