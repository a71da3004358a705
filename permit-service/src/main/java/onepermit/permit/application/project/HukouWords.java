package onepermit.permit.application.project;

import java.util.List;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.identity.CityOrCounty;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.publication.FactRow;
import onepermit.permit.application.PermitApplication;
import onepermit.permit.v1.HukouFact;

/** Everybody has a hukou place: no record of one, or of an earlier one, means that it is not known here, never that there is none. */
final class HukouWords implements Words {
    private final String name;

    /** @param name of the word: the applicant's hukou or the host's */
    HukouWords(String name) {
        this.name = name;
    }

    @Override
    public String dataset() {
        return "hukou.place";
    }

    @Override
    public List<String> names() {
        return List.of(name);
    }

    @Override
    public void tell(Reading reading, PermitApplication application) {
        for (FactRow row : reading.rows()) {
            HukouFact hukou = Reading.read(HukouFact.parser(), row);
            if (hukou.getSince() <= Dates.toCode(application.on())) {
                String city =
                        CityOrCounty.of(new DivisionCode(hukou.getDivision())).value();
                reading.known(name, city, reading.evidence(row, text(reading, hukou.getDivision())));
                return;
            }
        }
        reading.unavailable(name);
    }

    private static Bilingual text(Reading reading, String division) {
        return new Bilingual("户籍在" + reading.zh(division), "hukou in " + division);
    }
}
