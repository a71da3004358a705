package onepermit.social;

import static org.assertj.core.api.Assertions.assertThat;

import onepermit.exchange.erasure.OwnRecords;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.testing.Erasing;
import onepermit.exchange.testing.OwnTables;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.KeptRecords;
import onepermit.exchange.v1.PersonTrace;
import onepermit.exchange.v1.TraceState;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A statute keeps contributions, and nothing else. */
class ErasureTest {
    private final Office office = Office.open();

    @Test
    void every_table_is_named_for_erasure() {
        OwnTables.areAllNamed(office.service.bean(OwnRecords.class), office.service.bean(JdbcClient.class));
    }

    @Test
    void contributions_are_kept_and_shared_with_nobody_and_the_rest_goes() {
        String citizen = SyntheticIds.woman("1990-04-12");
        office.post(Office.batch().addLines(Office.line(citizen, "2025-03")).build());
        Erasing erasing = new Erasing(office.service, "social");

        assertThat(erasing.erase(citizen).getKeptList())
                .singleElement()
                .returns("si.months", KeptRecords::getDataset)
                .returns(false, KeptRecords::getVerified);

        assertThat(office.service
                        .bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM fact WHERE person = ? AND payload IS NOT NULL")
                        .param(office.key(citizen).bytes())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(erasing.prove(citizen).getTracesList())
                .filteredOn(trace -> trace.getState() == TraceState.TRACE_STATE_KEPT)
                .extracting(PersonTrace::getPlace)
                .containsExactly(
                        "table contribution_year, person",
                        "table contribution_ledger, person",
                        "table insured, person");
        assertThat(office.service.bean(Facts.class).current("employment.current", office.key(citizen), "employment"))
                .isEmpty();
    }
}
