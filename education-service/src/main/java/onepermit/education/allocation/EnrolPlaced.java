package onepermit.education.allocation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import onepermit.education.application.SchoolApplication;
import onepermit.education.roll.KeepRoll;
import onepermit.education.school.Stage;
import org.springframework.stereotype.Service;

/** Puts a placed child on the school's roll, inside the caller's transaction, which has locked the pupil. */
@Service
public class EnrolPlaced {
    private final KeepRoll roll;
    private final Placements placements;

    EnrolPlaced(KeepRoll roll, Placements placements) {
        this.roll = roll;
        this.placements = placements;
    }

    public Placement enrol(SchoolApplication application, Placement placement, LocalDate from) {
        switch (placement.standing()) {
            case PLACED -> {}
            case WAITING, GIVEN_BACK -> throw AllocationRefusals.noPlace();
            case ENROLLED -> throw AllocationRefusals.enrolled();
        }
        String school = Objects.requireNonNull(placement.school());
        roll.enrol(roll.of(application.child()).roll(), roll.school(school, Stage.PRIMARY), from);
        Placement enrolled = placement.enrolled();
        placements.store(List.of(enrolled));
        return enrolled;
    }
}
