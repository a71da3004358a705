package onepermit.health.vaccination;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the editions of the schedule from {@code schedules/national.yaml}; says which edition and entry is wrong. */
final class ScheduleFile {
    private ScheduleFile() {}

    static Schedules shipped() {
        try (InputStream yaml = ScheduleFile.class.getResourceAsStream("/schedules/national.yaml")) {
            return read(Objects.requireNonNull(yaml, "schedules/national.yaml is not on the class path"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Schedules read(InputStream yaml) {
        Map<String, List<Map<String, Object>>> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new Schedules(Objects.requireNonNull(file.get("editions"), "schedules lack 'editions'").stream()
                .map(ScheduleFile::edition)
                .toList());
    }

    private static Schedule edition(Map<String, Object> entry) {
        String id = text(entry, "id");
        return new Schedule(
                id,
                text(entry, "documentNumber"),
                date(entry.get("bornFrom")),
                date(entry.get("bornTo")),
                countsAs(id, entry),
                ScheduleFile.<List<Map<String, Object>>>required(entry, "doses").stream()
                        .map(series -> series(id, series))
                        .toList(),
                bounds(id, entry),
                required(entry, "unverified"));
    }

    private static DoseSeries series(String id, Map<String, Object> entry) {
        List<Integer> ages = required(entry, "atMonths");
        Optional<String> insteadOf = optional(entry, "insteadOf");
        Map<Vaccine, List<Period>> after = new EnumMap<>(Vaccine.class);
        ScheduleFile.<Map<String, List<String>>>optional(entry, "after")
                .orElse(Map.of())
                .forEach((other, times) -> after.put(vaccine(id, other), periods(times)));
        return new DoseSeries(
                vaccine(id, text(entry, "vaccine")),
                insteadOf.map(other -> vaccine(id, other)),
                ages,
                ScheduleFile.<List<Integer>>optional(entry, "afterDays").orElse(Collections.nCopies(ages.size(), 0)),
                periods(ScheduleFile.<List<String>>optional(entry, "apart").orElse(List.of())),
                after,
                optional(entry, "upToMonths"));
    }

    private static List<Period> periods(List<String> times) {
        return times.stream().map(Period::parse).toList();
    }

    private static CatchUpBounds bounds(String id, Map<String, Object> entry) {
        Map<String, Object> live = required(entry, "liveApart");
        return new CatchUpBounds(
                ScheduleFile.<Integer>required(entry, "catchUpBeforeMonths"),
                ScheduleFile.<List<String>>required(live, "vaccines").stream()
                        .map(code -> vaccine(id, code))
                        .collect(Collectors.toSet()),
                Period.parse(text(live, "time")));
    }

    private static Map<Vaccine, Vaccine> countsAs(String id, Map<String, Object> entry) {
        Map<Vaccine, Vaccine> countsAs = new EnumMap<>(Vaccine.class);
        if (entry.get("countsAs") instanceof Map<?, ?> pairs) {
            pairs.forEach(
                    (given, counted) -> countsAs.put(vaccine(id, given.toString()), vaccine(id, counted.toString())));
        }
        return countsAs;
    }

    private static Vaccine vaccine(String id, String code) {
        return Vaccine.of(code)
                .orElseThrow(() -> new IllegalArgumentException("schedule " + id + ": unknown vaccine '" + code + "'"));
    }

    private static Optional<LocalDate> date(@Nullable Object text) {
        return Optional.ofNullable(text).map(Object::toString).map(LocalDate::parse);
    }

    private static String text(Map<String, Object> entry, String name) {
        return ScheduleFile.<Object>required(entry, name).toString();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // YAML is untyped; a wrong type fails at once
    private static <T> Optional<T> optional(Map<String, Object> entry, String name) {
        return Optional.ofNullable((T) entry.get(name));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as above
    private static <T> T required(Map<String, Object> entry, String name) {
        return (T) Objects.requireNonNull(entry.get(name), "schedule entry " + entry + " lacks '" + name + "'");
    }
}
