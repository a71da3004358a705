package onepermit.health.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKey;
import onepermit.health.recipient.Recipients;
import onepermit.health.vaccination.CatchUpDose;
import onepermit.health.vaccination.Doses;
import onepermit.health.vaccination.Schedules;
import onepermit.health.vaccination.VaccinationRecord;
import org.springframework.stereotype.Component;

/** What a unit reads of its children. */
@Component
public class ReadUnitChildren {
    private final Assignments assignments;
    private final Recipients recipients;
    private final Doses doses;
    private final Schedules schedules;

    ReadUnitChildren(Assignments assignments, Recipients recipients, Doses doses, Schedules schedules) {
        this.assignments = assignments;
        this.recipients = recipients;
        this.doses = doses;
        this.schedules = schedules;
    }

    /**
     * One child as its unit knows it.
     *
     * @param missing by the first day on which each may be given
     */
    public record Known(UnitChild child, CitizenId id, List<CatchUpDose> missing) {}

    /** @param after number of the last child of the page before; 0 = the first page */
    public List<UnitChild> page(String unit, long after, int most) {
        return assignments.ofUnit(unit, after, most);
    }

    /** @param day for which doses are missing */
    public List<Known> known(List<UnitChild> children, LocalDate day) {
        List<PersonKey> keys = children.stream().map(UnitChild::key).toList();
        Map<PersonKey, CitizenId> numbers = recipients.numbers(keys);
        Map<PersonKey, VaccinationRecord> records = doses.records(keys);
        List<Known> known = new ArrayList<>();
        for (UnitChild child : children) {
            CitizenId id = numbers.get(child.key());
            if (id != null) {
                VaccinationRecord record =
                        records.getOrDefault(child.key(), new VaccinationRecord(child.born(), List.of()));
                known.add(new Known(child, id, record.catchUp(schedules, day)));
            }
        }
        return known;
    }
}
