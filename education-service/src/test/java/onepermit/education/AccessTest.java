package onepermit.education;

import static org.assertj.core.api.Assertions.assertThat;

import onepermit.exchange.testing.AccessMatrix;
import onepermit.exchange.testing.RunningService;
import org.junit.jupiter.api.Test;

class AccessTest {

    @Test
    void every_method_lets_in_whom_its_contract_names_for_the_purposes_it_names_and_nobody_else() {
        try (RunningService service = RunningService.start(EducationServiceApplication.class)) {
            assertThat(new AccessMatrix(service.door("education"), "350203").holds())
                    .isGreaterThan(700);
        }
    }
}
