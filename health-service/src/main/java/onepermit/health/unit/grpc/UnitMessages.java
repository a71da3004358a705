package onepermit.health.unit.grpc;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onepermit.health.unit.ReadUnitChildren.Known;
import onepermit.health.unit.UnitAssignment;
import onepermit.health.v1.CatchUpDose;
import onepermit.health.v1.GetUnitResponse;
import onepermit.health.v1.UnitCatchUp;
import onepermit.health.v1.UnitChild;
import onepermit.health.v1.VaccinationUnit;
import onepermit.health.vaccination.DueDose;

/** Units and their children as messages. */
final class UnitMessages {
    private UnitMessages() {}

    static VaccinationUnit of(onepermit.health.unit.VaccinationUnit unit) {
        return VaccinationUnit.newBuilder()
                .setCode(unit.code())
                .setName(unit.name())
                .setDivision(unit.division().value())
                .build();
    }

    /** @param history the latest first, at least one */
    static GetUnitResponse of(List<UnitAssignment> history, Optional<onepermit.health.unit.VaccinationUnit> unit) {
        UnitAssignment latest = history.getFirst();
        GetUnitResponse.Builder answer = GetUnitResponse.newBuilder()
                .setDivision(latest.division().value())
                .setSince(latest.since().toString())
                .setPreviousUnit(history.stream()
                        .skip(1)
                        .findFirst()
                        .flatMap(UnitAssignment::unit)
                        .orElse(""));
        unit.ifPresent(known -> answer.setUnit(of(known)));
        return answer.build();
    }

    static UnitChild child(Known known) {
        return UnitChild.newBuilder()
                .setCitizenId(known.id().value())
                .setBorn(known.child().born().toString())
                .setSince(known.child().since().toString())
                .build();
    }

    static UnitCatchUp catchUp(Known known) {
        UnitCatchUp.Builder message = UnitCatchUp.newBuilder().setChild(child(known));
        known.missing().forEach(dose -> message.addDoses(dose(dose.due(), dose.earliestOn())));
        return message.build();
    }

    private static CatchUpDose dose(DueDose due, LocalDate earliest) {
        return CatchUpDose.newBuilder()
                .setVaccine(due.vaccine().code())
                .setNumber(due.number())
                .setDueOn(due.dueOn().toString())
                .setEarliestOn(earliest.toString())
                .setNotFrom(due.lapsesOn().map(LocalDate::toString).orElse(""))
                .build();
    }
}
