package onepermit.education.roll;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onepermit.education.school.School;
import onepermit.exchange.identity.PersonKey;

/**
 * A pupil's roll.
 *
 * @param entries oldest first
 */
public record Roll(PersonKey pupil, List<RollEntry> entries) {

    public Roll {
        entries = List.copyOf(entries);
    }

    /** The period that is still open; a pupil is on one school's roll at a time. */
    public Optional<RollEntry> current() {
        return entries.stream().filter(RollEntry::open).findFirst();
    }

    /** The roll with the pupil at the school; refused while on a roll, or before an earlier period has ended. */
    Roll enrolled(School school, LocalDate from) {
        current().ifPresent(entry -> {
            throw entry.school().equals(school.code()) ? RollRefusals.onThisRoll() : RollRefusals.onAnotherRoll();
        });
        for (RollEntry entry : entries) {
            if (entry.to() != null && !from.isAfter(entry.to())) {
                throw RollRefusals.overlaps();
            }
        }
        List<RollEntry> more = new ArrayList<>(entries);
        more.add(new RollEntry(school.code(), school.division(), school.stage(), from, null));
        return new Roll(pupil, more);
    }

    /** The roll with its open period closed. */
    Roll left(LocalDate lastDay) {
        RollEntry open = current().orElseThrow(RollRefusals::onNoRoll);
        if (lastDay.isBefore(open.from())) {
            throw RollRefusals.leftBeforeEntry(open.from());
        }
        return new Roll(
                pupil,
                entries.stream()
                        .map(entry -> entry.open() ? entry.closed(lastDay) : entry)
                        .toList());
    }
}
