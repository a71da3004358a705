package onepermit.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import onepermit.exchange.testing.AccessMatrix;
import onepermit.exchange.testing.PersonMatrix;
import onepermit.exchange.testing.SyntheticIds;
import org.junit.jupiter.api.Test;

class AccessTest {
    private final Office office = Office.open();

    @Test
    void every_method_lets_in_whom_its_contract_names_for_the_purposes_it_names_and_nobody_else() {
        assertThat(new AccessMatrix(office.service.door("social"), Office.WUHAN).holds())
                .isGreaterThan(700);
    }

    @Test
    void whom_an_officer_may_not_see_is_to_him_as_somebody_nobody_knows() {
        var people = new PersonMatrix.People() {
            @Override
            public String own() {
                return insured(Office.WUHAN);
            }

            @Override
            public String foreign() {
                return insured(Office.XIAMEN);
            }
        };
        var wuhan = Map.of("place", Office.WUHAN, "division", Office.WUHAN);

        assertThat(new PersonMatrix(office.service.door("social"), people, Office.WUHAN, Office.XIAMEN, wuhan).holds())
                .isGreaterThan(400);
    }

    private String insured(String place) {
        String citizen = SyntheticIds.man("1985-01-01");
        var rejects = office.load(
                "contribution",
                List.of(
                        "citizen_id,place,kind,month,employer,base_fen,back_paid",
                        citizen + "," + place + ",PENSION,2024-03," + Office.SHOP + ",500000,"));
        assertThat(rejects).isEmpty();
        return citizen;
    }
}
