package onepermit.permit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import onepermit.exchange.testing.AccessMatrix;
import onepermit.exchange.testing.PersonMatrix;
import onepermit.exchange.testing.SyntheticIds;
import org.junit.jupiter.api.Test;

class AccessTest extends PermitOffice {
    private static final String SIMING = "350203";
    private static final String JIMEI = "350211";
    /** Another city: an application is taken in at any window of its own. */
    private static final String WUHAN = "420106";

    @Test
    void every_method_lets_in_whom_its_contract_names_for_the_purposes_it_names_and_nobody_else() {
        assertThat(new AccessMatrix(service().door("permit"), SIMING).holds()).isGreaterThan(1_000);
    }

    @Test
    void whom_an_officer_may_not_see_is_to_him_as_somebody_nobody_knows() {
        var people = new PersonMatrix.People() {
            @Override
            public String own() {
                return resident(SIMING);
            }

            @Override
            public String foreign() {
                return resident(JIMEI);
            }
        };

        assertThat(new PersonMatrix(
                                service().door("permit"),
                                people,
                                SIMING,
                                WUHAN,
                                Map.of("division", SIMING, "employer", "", "year", "2018"))
                        .holds())
                .isGreaterThan(1_000);
    }

    /** Registered, and with a permit, in this division alone. */
    private String resident(String division) {
        String citizen = SyntheticIds.man("1990-01-01");
        load(
                "residence",
                "citizen_id,division,address,kind,from,to",
                citizen + "," + division + ",,REGISTRATION,2020-01-01,");
        load(
                "permit",
                "citizen_id,number,division,issued_on,endorsed_to,cancelled_on",
                citizen + ",T" + citizen.hashCode() + "," + division + ",2024-06-01,2099-06-01,");
        return citizen;
    }
}
