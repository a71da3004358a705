package onepermit.health.vaccination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** When the doses that are missing on a day may be given: by age, by the dose before, by other vaccines. One child, one day. */
final class CatchUpPlan {
    private static final Comparator<CatchUpDose> BY_DAY = Comparator.comparing(CatchUpDose::earliestOn)
            .thenComparing(dose -> dose.due().vaccine())
            .thenComparing(dose -> dose.due().number());

    private final Schedule schedule;
    private final LocalDate birthDate;
    private final LocalDate day;
    private final List<Dose> given;
    private final Map<Vaccine, Integer> counts;
    private final Map<Vaccine, LocalDate> last = new EnumMap<>(Vaccine.class);

    private CatchUpPlan(Schedule schedule, VaccinationRecord record, LocalDate day) {
        this.schedule = schedule;
        this.birthDate = record.birthDate();
        this.day = day;
        this.given = record.doses();
        this.counts = schedule.counts(given);
        given.forEach(dose -> last.merge(schedule.counted(dose.vaccine()), dose.givenOn(), CatchUpPlan::later));
    }

    /** By the earliest day; those for which the child has grown too old by then are left out. */
    static List<CatchUpDose> of(Schedule schedule, VaccinationRecord record, LocalDate day) {
        return new CatchUpPlan(schedule, record, day).doses();
    }

    private List<CatchUpDose> doses() {
        List<CatchUpDose> plan = new ArrayList<>();
        for (DueDose dose : schedule.due(birthDate, given)) {
            if (dose.missingOn(day)) {
                LocalDate earliest = earliest(dose);
                last.put(dose.vaccine(), earliest);
                plan.add(new CatchUpDose(dose, earliest));
            }
        }
        return plan.stream().filter(this::young).sorted(BY_DAY).toList();
    }

    private LocalDate earliest(DueDose dose) {
        DoseSeries series = schedule.series(dose.vaccine());
        LocalDate earliest = later(day, dose.dueOn());
        LocalDate before = last.get(dose.vaccine());
        if (before != null && dose.number() > 1) {
            earliest = later(earliest, before.plus(series.apartBefore(dose.number())));
        }
        return apartFromLive(dose.vaccine(), dose.number() == 1 ? afterOthers(series, earliest) : earliest);
    }

    private LocalDate afterOthers(DoseSeries series, LocalDate earliest) {
        return last.entrySet().stream()
                .flatMap(other -> series.apartFrom(other.getKey(), counts.getOrDefault(other.getKey(), 1)).stream()
                        .map(other.getValue()::plus))
                .reduce(earliest, CatchUpPlan::later);
    }

    /** A live vaccine injected shortly before moves an injected live one away; on one day both may be given. */
    private LocalDate apartFromLive(Vaccine vaccine, LocalDate earliest) {
        CatchUpBounds bounds = schedule.catchUp();
        if (!bounds.live().contains(vaccine)) {
            return earliest;
        }
        return given.stream()
                .filter(dose -> bounds.live().contains(dose.vaccine()) && dose.vaccine() != vaccine)
                .map(Dose::givenOn)
                .filter(on -> on.isBefore(earliest))
                .map(on -> on.plus(bounds.liveApart()))
                .reduce(earliest, CatchUpPlan::later);
    }

    private boolean young(CatchUpDose dose) {
        LocalDate on = dose.earliestOn();
        return on.isBefore(birthDate.plusMonths(schedule.catchUp().beforeMonths()))
                && dose.due().lapsesOn().map(on::isBefore).orElse(true);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
