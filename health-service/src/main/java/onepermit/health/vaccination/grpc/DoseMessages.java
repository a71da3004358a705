package onepermit.health.vaccination.grpc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import onepermit.health.v1.CatchUpDose;
import onepermit.health.v1.Dose;
import onepermit.health.v1.ScheduleEdition;
import onepermit.health.vaccination.Schedule;
import onepermit.health.vaccination.Vaccine;

/** Doses on the wire, numbered within their vaccine. */
final class DoseMessages {
    private DoseMessages() {}

    /** @param doses by vaccine and day */
    static List<Dose> of(List<onepermit.health.vaccination.Dose> doses) {
        Map<Vaccine, Integer> numbers = new EnumMap<>(Vaccine.class);
        List<Dose> messages = new ArrayList<>(doses.size());
        for (onepermit.health.vaccination.Dose dose : doses) {
            messages.add(Dose.newBuilder()
                    .setVaccine(dose.vaccine().code())
                    .setGivenOn(dose.givenOn().toString())
                    .setNumber(numbers.merge(dose.vaccine(), 1, Integer::sum))
                    .build());
        }
        return messages;
    }

    static List<CatchUpDose> catchUp(List<onepermit.health.vaccination.CatchUpDose> plan) {
        return plan.stream()
                .map(dose -> CatchUpDose.newBuilder()
                        .setVaccine(dose.due().vaccine().code())
                        .setNumber(dose.due().number())
                        .setDueOn(dose.due().dueOn().toString())
                        .setEarliestOn(dose.earliestOn().toString())
                        .setNotFrom(
                                dose.due().lapsesOn().map(LocalDate::toString).orElse(""))
                        .build())
                .toList();
    }

    static ScheduleEdition of(Schedule schedule) {
        return ScheduleEdition.newBuilder()
                .setId(schedule.id())
                .setDocumentNumber(schedule.documentNumber())
                .addAllUnverified(schedule.unverified())
                .build();
    }
}
