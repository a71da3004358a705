package onepermit.social.contribution;

import static onepermit.social.Office.XIAMEN;
import static onepermit.social.Office.batch;
import static onepermit.social.Office.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Contexts;
import onepermit.exchange.testing.RoadService;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.testing.TestInfrastructure;
import onepermit.social.Office;
import onepermit.social.v1.ContributionYearFact;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Scenario 37: contributions arrive twice and out of order. */
class DisorderTest {
    private final Office office = Office.open();

    @Test
    void month_7_before_6_and_7_twice_are_two_months_and_every_replay_from_zero_says_so() {
        String id = SyntheticIds.man("1979-05-05");
        office.post(batch().addLines(line(id, "2025-07")).build());
        office.post(batch().addLines(line(id, "2025-06")).build());
        office.post(batch().addLines(line(id, "2025-07"))
                .addLines(line(id, "2025-07"))
                .build());

        assertThat(office.history(id).getSeriesList()).singleElement().satisfies(series -> {
            assertThat(series.getTotalMonths()).isEqualTo(2);
            assertThat(series.getGapsList()).isEmpty();
            assertThat(series.getRuns(0).getFrom()).isEqualTo("2025-06");
        });
        Map<String, String> own = contributions(office.service.context(), office.key(id));
        assertThat(own).hasSize(1);
        assertThat(replayed(office.key(id), own)).isEqualTo(own);
        assertThat(replayed(office.key(id), own)).isEqualTo(own);
    }

    /** A reader that starts with an empty database. */
    private Map<String, String> replayed(PersonKey person, Map<String, String> expected) {
        try (ConfigurableApplicationContext reader =
                RoadService.start("education", TestInfrastructure.database(), office.service.road())) {
            Await.until(
                    "the reader has what the owner has",
                    () -> contributions(reader, person).equals(expected));
            return contributions(reader, person);
        }
    }

    /** By fact id: incarnation, version and payload. */
    private static Map<String, String> contributions(ConfigurableApplicationContext service, PersonKey person) {
        List<FactRow> rows = service.getBean(FactReader.class)
                .read(List.of(person), Contexts.ADMISSION)
                .find(person, "si.months")
                .rows();
        return rows.stream()
                .collect(Collectors.toMap(
                        FactRow::factId, row -> row.incarnation() + "/" + row.version() + " " + months(row)));
    }

    private static String months(FactRow row) {
        try {
            ContributionYearFact fact = ContributionYearFact.parseFrom(row.payload());
            assertThat(fact.getPlace()).isEqualTo(XIAMEN);
            return fact.getYear() + ":" + Integer.toBinaryString(fact.getPaid());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
