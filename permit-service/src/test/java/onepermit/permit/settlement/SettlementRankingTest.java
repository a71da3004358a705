package onepermit.permit.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import onepermit.exchange.claim.Claims;
import onepermit.exchange.claim.Findings;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.permit.settlement.SettlementFiling.Settled;
import org.junit.jupiter.api.Test;

/** Rows C04 and K02: order by points, ties that are told, and no indicator that outweighs the rest unseen. */
class SettlementRankingTest {
    private static final DivisionCode BEIJING = new DivisionCode("110000");

    private final List<SettlementFiling> filings = List.of(
            filing("3", 90, Map.of("job", 60, "education", 30)),
            filing("1", 120, Map.of("job", 60, "education", 60)),
            filing("4", 90, Map.of("job", 90)),
            filing("2", 80, Map.of("job", 140, "law", -60)));

    @Test
    void c04_equal_points_share_a_rank_and_the_next_is_left_out() {
        assertThat(SettlementRanking.of(filings).lines())
                .extracting(line -> line.filing().number(), SettlementRanking.Line::rank, SettlementRanking.Line::tied)
                .containsExactly(tuple("1", 1, 1), tuple("3", 2, 2), tuple("4", 2, 2), tuple("2", 4, 1));
    }

    @Test
    void c04_the_order_of_filings_decides_nothing() {
        assertThat(SettlementRanking.of(filings.reversed()).ranks())
                .isEqualTo(SettlementRanking.of(filings).ranks());
    }

    @Test
    void c04_a_quota_that_cuts_through_a_tie_says_so() {
        SettlementRanking ranking = SettlementRanking.of(filings);

        assertThat(ranking.pointsAtQuota(2)).hasValue(90);
        assertThat(ranking.at(90)).isEqualTo(2);
        assertThat(ranking.above(90)).isEqualTo(1);
        assertThat(ranking.pointsAtQuota(5)).isEqualTo(OptionalInt.empty());
    }

    @Test
    void who_is_refused_or_disqualified_has_no_rank() {
        SettlementFiling refused = settled("5", new Settled("d", false, 0, 2, Map.of(), List.of()));
        SettlementFiling disqualified = filing("6", 200, Map.of())
                .disqualified(new SettlementFiling.Disqualified(
                        LocalDate.of(2018, 6, 1), LocalDate.of(2023, 6, 1), "officer", "伪造", "第十条"));

        assertThat(SettlementRanking.of(Stream.concat(filings.stream(), Stream.of(refused, disqualified))
                                .toList())
                        .ranks())
                .containsOnlyKeys("1", "2", "3", "4");
    }

    @Test
    void k02_a_share_above_the_limit_is_named_and_deductions_do_not_hide_it() {
        assertThat(SettlementRanking.of(filings).dominant(Map.of(), 79))
                .containsExactly(new IndicatorShare("job", 79, 79));
        assertThat(SettlementRanking.of(filings).dominant(Map.of(), 80)).isEmpty();
        assertThat(SettlementRanking.of(filings).dominant(Map.of("job", 50), 79))
                .isEmpty();
    }

    private static SettlementFiling filing(String number, int points, Map<String, Integer> byIndicator) {
        return settled(number, new Settled("d" + number, true, points, 2, byIndicator, List.of()));
    }

    private static SettlementFiling settled(String number, Settled settled) {
        return new SettlementFiling(
                number,
                PersonKey.of(new byte[PersonKey.LENGTH]),
                BEIJING,
                2018,
                BEIJING,
                "91990101MA0000007H",
                LocalDate.of(2018, 5, 10),
                Claims.NONE,
                Findings.NONE,
                true,
                Optional.of(settled),
                Optional.empty(),
                0,
                1);
    }
}
