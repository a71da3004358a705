package onepermit.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import onepermit.exchange.erasure.OwnRecords;
import onepermit.exchange.testing.Erasing;
import onepermit.exchange.testing.OwnTables;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.KeptRecords;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ErasureTest {
    private final Clinic clinic = Clinic.open();

    @Test
    void every_table_is_named_for_erasure() {
        OwnTables.areAllNamed(clinic.service.bean(OwnRecords.class), clinic.service.bean(JdbcClient.class));
    }

    @Test
    void doses_are_kept_with_their_recipient_and_without_a_dose_nothing_is() {
        String vaccinated = SyntheticIds.man("2019-05-06");
        String flagged = SyntheticIds.man("2019-05-07");
        clinic.vaccinations()
                .recordDose(Clinic.dose(vaccinated, "HepB", "2019-05-06").build());
        clinic.load("family-planning", List.of("citizen_id,compliant", flagged + ",true"));
        Erasing erasing = new Erasing(clinic.service, "health");

        assertThat(erasing.erase(vaccinated).getKeptList())
                .extracting(KeptRecords::getDataset)
                .containsExactly("immunisation.assessment");
        assertThat(recipients(vaccinated)).isEqualTo(1);
        assertThat(recipients(flagged)).isEqualTo(1);
        assertThat(erasing.erase(flagged).getKeptList()).isEmpty();
        assertThat(recipients(flagged)).isZero();
    }

    private long recipients(String citizenId) {
        Long rows = clinic.jdbc.queryForObject(
                "SELECT count(*) FROM recipient WHERE person = ?",
                Long.class,
                clinic.key(citizenId).bytes());
        return rows == null ? 0 : rows;
    }
}
