package onepermit.permit.application.project;

import java.util.List;
import java.util.Optional;
import onepermit.exchange.publication.FactRow;
import onepermit.permit.application.PermitApplication;
import onepermit.permit.v1.Dwelling;
import onepermit.permit.v1.DwellingFact;

/** A dwelling by title, registered lease or dormitory in the city on the day; what the building is for does not matter. */
final class DwellingWords implements Words {
    private static final String NONE = "NONE";

    private final String name;

    /** @param name of the word: the applicant's own dwelling or the host's */
    DwellingWords(String name) {
        this.name = name;
    }

    @Override
    public String dataset() {
        return "dwelling";
    }

    @Override
    public List<String> names() {
        return List.of(name);
    }

    @Override
    public void tell(Reading reading, PermitApplication application) {
        for (FactRow row : reading.rows()) {
            Optional<Dwelling> dwelling = inCity(row, application);
            if (dwelling.isPresent()) {
                String kind = dwelling.get().getKind();
                reading.known(
                        name,
                        kind,
                        reading.evidence(
                                row, reading.kindIn(kind, dwelling.get().getDivision())));
                return;
            }
        }
        reading.known(name, NONE, reading.absence(reading.noneIn("无住所", "no dwelling", application)));
    }

    private static Optional<Dwelling> inCity(FactRow row, PermitApplication application) {
        return Reading.read(DwellingFact.parser(), row).getDwellingsList().stream()
                .filter(dwelling -> {
                    var stay = PeriodDates.stay(dwelling.getDivision(), dwelling.getFrom(), dwelling.getTo());
                    return stay.in(application.city()) && stay.covers(application.on());
                })
                .findFirst();
    }
}
