package onepermit.scenarios;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** A family as the departments know it; every fact is brought in at the department that owns it. */
final class Family {
    private static final String EMPLOYER = "91990101MA0000007H";
    final String child;
    final String father = SyntheticId.man("1988-05-04");
    final String mother = SyntheticId.woman("1990-08-21");
    private final City city;

    Family(City city, String childBorn) {
        this.city = city;
        this.child = SyntheticId.woman(childBorn);
        var person = new ArrayList<>(List.of("citizen_id,name,hukou_division,hukou_since"));
        person.add(child + ",欧阳·娜,360100,");
        person.add(father + ",欧阳·峰,360100,");
        person.add(mother + ",林㛃,360100,");
        city.knows("permit", "person", person.toArray(String[]::new));
    }

    Family kin() {
        city.knows(
                "permit",
                "kinship",
                "child_id,parent_id,relation",
                child + "," + father + ",FATHER",
                child + "," + mother + ",MOTHER");
        return this;
    }

    Family lives(String id, String division, String since) {
        city.knows(
                "permit",
                "residence",
                "citizen_id,division,address,kind,from,to",
                id + "," + division + ",某路1号,REGISTRATION," + since + ",");
        return this;
    }

    Family works(String id, String division, String since) {
        city.knows(
                "social",
                "employment",
                "citizen_id,employer,division,from,to,flexible",
                id + "," + EMPLOYER + "," + division + "," + since + ",,false");
        return this;
    }

    Family insured(String id, String from, String to) {
        List<String> lines = new ArrayList<>(List.of("citizen_id,place,kind,month,employer,base_fen,back_paid"));
        for (var m = YearMonth.parse(from); !m.isAfter(YearMonth.parse(to)); m = m.plusMonths(1)) {
            lines.add(id + ",350200,PENSION," + m + "," + EMPLOYER + ",500000,false");
        }
        city.knows("social", "contribution", lines.toArray(String[]::new));
        return this;
    }

    /** The father's share of a home, in ten-thousandths. */
    Family owns(String division, int shareBp) {
        city.knows(
                "permit",
                "dwelling",
                "citizen_id,division,kind,from,to,share_bp,usage,register_no",
                father + "," + division + ",OWNED,2012-01-01,," + shareBp + ",RESIDENTIAL,H-" + father.hashCode());
        return this;
    }

    Family planned() {
        city.knows(
                "health",
                "family-planning",
                "citizen_id,compliant",
                father + ",true",
                mother + ",true",
                child + ",true");
        return this;
    }

    /** Doses of a child born in March 2019 under the 2021 schedule, less those named, e.g. `DTaP5`. */
    Family vaccinated(String... without) {
        var lines = new ArrayList<>(List.of("citizen_id,vaccine,given_on,division"));
        var missing = List.of(without);
        for (var dose : DOSES) {
            var part = dose.split(" ");
            if (!missing.contains(part[0] + part[1])) {
                lines.add(child + "," + part[0] + "," + part[2] + ",350203");
            }
        }
        city.knows("health", "dose", lines.toArray(String[]::new));
        return this;
    }

    private static final List<String> DOSES = List.of(
            "HepB 1 2019-03-03",
            "HepB 2 2019-04-04",
            "HepB 3 2019-09-05",
            "BCG 1 2019-03-03",
            "IPV 1 2019-05-05",
            "IPV 2 2019-06-05",
            "bOPV 1 2019-07-06",
            "bOPV 2 2023-03-08",
            "DTaP 1 2019-06-06",
            "DTaP 2 2019-07-07",
            "DTaP 3 2019-08-08",
            "DTaP 4 2020-09-09",
            "DTaP 5 2025-03-10",
            "MMR 1 2019-11-05",
            "MMR 2 2020-09-10",
            "JE-L 1 2019-11-05",
            "JE-L 2 2021-03-06",
            "MPSV-A 1 2019-09-10",
            "MPSV-A 2 2019-12-10",
            "MPSV-AC 1 2022-03-10",
            "MPSV-AC 2 2025-03-10",
            "HepA-L 1 2020-09-20");
}
