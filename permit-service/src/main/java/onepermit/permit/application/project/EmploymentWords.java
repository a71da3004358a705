package onepermit.permit.application.project;

import java.util.List;
import java.util.Optional;
import onepermit.exchange.publication.FactRow;
import onepermit.permit.application.PermitApplication;
import onepermit.social.v1.EmploymentFact;
import onepermit.social.v1.EmploymentPeriod;

/** Work in the city on the day, as social security has it; flexible work is work, and is named so. */
final class EmploymentWords implements Words {
    private static final String NAME = "job.kind";

    @Override
    public String dataset() {
        return "employment.current";
    }

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public void tell(Reading reading, PermitApplication application) {
        for (FactRow row : reading.rows()) {
            Optional<EmploymentPeriod> job = inCity(row, application);
            if (job.isPresent()) {
                String kind = job.get().getFlexible() ? "FLEXIBLE" : "EMPLOYED";
                reading.known(
                        NAME,
                        kind,
                        reading.evidence(row, reading.kindIn(kind, job.get().getDivision())));
                return;
            }
        }
        reading.known(NAME, "NONE", reading.absence(reading.noneIn("无就业", "no work", application)));
    }

    private static Optional<EmploymentPeriod> inCity(FactRow row, PermitApplication application) {
        return Reading.read(EmploymentFact.parser(), row).getPeriodsList().stream()
                .filter(period -> {
                    var stay = PeriodDates.stay(period.getDivision(), period.getFrom(), period.getTo());
                    return stay.in(application.city()) && stay.covers(application.on());
                })
                .findFirst();
    }
}
