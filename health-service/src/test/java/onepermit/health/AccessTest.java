package onepermit.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import onepermit.exchange.testing.AccessMatrix;
import onepermit.exchange.testing.PersonMatrix;
import onepermit.exchange.testing.SyntheticIds;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final String JIMEI = "350211";
    private final Clinic clinic = Clinic.open();

    @Test
    void every_method_lets_in_whom_its_contract_names_for_the_purposes_it_names_and_nobody_else() {
        assertThat(new AccessMatrix(clinic.service.door("health"), Clinic.SIMING).holds())
                .isGreaterThan(600);
    }

    @Test
    void nobody_is_looked_at_but_for_a_case_in_the_officers_division() {
        var people = new PersonMatrix.People() {
            @Override
            public String own() {
                return vaccinated(Clinic.SIMING);
            }

            @Override
            public String foreign() {
                return vaccinated(JIMEI);
            }
        };
        var fields = Map.of(
                "vaccine",
                "MMR",
                "division",
                Clinic.SIMING,
                "etag",
                "",
                "mother_id",
                SyntheticIds.woman("1980-01-02"),
                "father_id",
                SyntheticIds.man("1980-01-03"),
                "wife_id",
                SyntheticIds.woman("1980-01-02"),
                "husband_id",
                SyntheticIds.man("1980-01-03"),
                "wife_hukou",
                "430100",
                "husband_hukou",
                "430100",
                "page_token",
                "");

        assertThat(new PersonMatrix(clinic.service.door("health"), people, Clinic.SIMING, JIMEI, fields).holds())
                .isGreaterThan(150);
    }

    private String vaccinated(String division) {
        String child = SyntheticIds.man("2018-09-01");
        var rejects = clinic.load(
                "dose", List.of("citizen_id,vaccine,given_on,division", child + ",MMR,2019-05-05," + division));
        assertThat(rejects).isEmpty();
        return child;
    }
}
