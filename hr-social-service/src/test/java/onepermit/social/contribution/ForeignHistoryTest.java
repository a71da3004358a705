package onepermit.social.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import onepermit.exchange.testing.Seen;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.social.Office;
import onepermit.social.v1.CorrectContributionRequest;
import onepermit.social.v1.GetContributionHistoryRequest;
import onepermit.social.v1.InsuranceKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody insured in Xiamen, and what an officer of Wuhan can tell of it. */
class ForeignHistoryTest {
    private final Office office = Office.open();
    private final String foreign = SyntheticIds.man("1985-01-01");
    private final String unknown = SyntheticIds.man("1985-01-02");

    @BeforeEach
    void insured() {
        office.post(Office.batch().addLines(Office.line(foreign, "2025-05")).build());
    }

    @Test
    void a_history_of_other_places_reads_as_none() {
        assertAlike("OK", id -> office.contributions(Office.WUHAN).getContributionHistory(reading(id)));
        assertThat(office.history(foreign).getSeriesCount()).isEqualTo(1);
    }

    @Test
    void nothing_is_to_be_corrected_where_nothing_was_posted_whatever_etag_is_guessed() {
        for (String etag : List.of("v1", "v2", "v99")) {
            assertAlike(
                    "MONTH_NOT_POSTED",
                    id -> office.contributions(Office.WUHAN).correctContribution(correcting(id, etag)));
        }
    }

    @Test
    void one_month_paid_here_opens_the_whole_history() {
        office.load(
                "contribution",
                List.of(
                        "citizen_id,place,kind,month,employer,base_fen,back_paid",
                        foreign + ",420100,PENSION,2024-03," + Office.SHOP + ",500000,"));

        var seen = office.contributions(Office.WUHAN).getContributionHistory(reading(foreign));

        assertThat(seen).isEqualTo(office.history(foreign));
        assertThat(seen.getSeriesCount()).isEqualTo(2);
    }

    private void assertAlike(String start, Function<String, Message> question) {
        Seen ofForeign = Seen.of(office.jdbc, foreign, question);

        assertThat(ofForeign).isEqualTo(Seen.of(office.jdbc, unknown, question));
        assertThat(ofForeign.answer()).contains(start);
        assertThat(ofForeign.leaves()).hasSize(1);
    }

    private static GetContributionHistoryRequest reading(String citizen) {
        return GetContributionHistoryRequest.newBuilder()
                .setCitizenId(citizen)
                .setContext(Office.context(Purpose.PURPOSE_CONTRIBUTION))
                .build();
    }

    private static CorrectContributionRequest correcting(String citizen, String etag) {
        return CorrectContributionRequest.newBuilder()
                .setCitizenId(citizen)
                .setPlace(Office.WUHAN)
                .setKind(InsuranceKind.INSURANCE_KIND_PENSION)
                .setMonth("2025-05")
                .setRemove(true)
                .setReason("paid by himself")
                .setRequestId(UUID.randomUUID().toString())
                .setEtag(etag)
                .setContext(Office.context(Purpose.PURPOSE_CONTRIBUTION))
                .build();
    }
}
