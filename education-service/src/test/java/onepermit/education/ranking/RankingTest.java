package onepermit.education.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import onepermit.education.admission.Lengths;
import onepermit.education.round.TieBreakRule;
import org.junit.jupiter.api.Test;

/** Rank high to low with explicit ties (DOMAIN C04, H05). */
class RankingTest {
    private static final String SEED = "5e".repeat(32);
    private static final List<TieBreakRule> TIE_BREAK =
            List.of(TieBreakRule.LONGER_INSURANCE, TieBreakRule.LONGER_RESIDENCE, TieBreakRule.LOTTERY);

    @Test
    void h05_points_go_first_and_each_line_says_what_put_it_behind_the_one_above() {
        List<RankedLine> lines = Ranking.of(
                List.of(
                        entrant("K1", 78, 0, 0),
                        entrant("K2", 72, 60, 90),
                        entrant("K3", 72, 72, 60),
                        entrant("K4", 65, 0, 0),
                        entrant("K5", 72, 60, 80)),
                TIE_BREAK,
                SEED);

        assertThat(lines)
                .extracting(line -> line.rank() + " " + line.number() + " " + line.points() + " " + line.decidedBy())
                .containsExactly(
                        "1 K1 78 ",
                        "2 K3 72 POINTS",
                        "3 K2 72 LONGER_INSURANCE",
                        "4 K5 72 LONGER_RESIDENCE",
                        "5 K4 65 POINTS");
        assertThat(Ranking.ties(lines)).isEqualTo(1);
    }

    @Test
    void c04_the_same_applications_rank_the_same_whatever_order_they_come_in() {
        List<Entrant> entrants = new ArrayList<>();
        Random dice = new Random(4);
        for (int i = 0; i < 500; i++) {
            entrants.add(entrant("350203-2026-%06d".formatted(i), 60 + dice.nextInt(10), dice.nextInt(3), 0));
        }
        List<RankedLine> lines = Ranking.of(entrants, TIE_BREAK, SEED);

        Collections.shuffle(entrants, dice);

        assertThat(Ranking.of(entrants, TIE_BREAK, SEED)).isEqualTo(lines);
        assertThat(lines).extracting(RankedLine::rank).doesNotHaveDuplicates();
        assertThat(Ranking.ties(lines)).isEqualTo(10);
    }

    @Test
    void whoever_has_the_seed_draws_the_same_lots() throws Exception {
        List<RankedLine> lines = Ranking.of(List.of(entrant("A", 72, 1, 1), entrant("B", 72, 1, 1)), TIE_BREAK, SEED);

        boolean firstIsA = Arrays.compareUnsigned(lot("A"), lot("B")) < 0;
        assertThat(lines.getFirst().number()).isEqualTo(firstIsA ? "A" : "B");
        assertThat(lines.getLast().decidedBy()).isEqualTo("LOTTERY");
    }

    @Test
    void another_seed_draws_other_lots() {
        List<Entrant> entrants = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            entrants.add(entrant("N" + i, 72, 1, 1));
        }

        assertThat(Ranking.of(entrants, TIE_BREAK, "00".repeat(32)))
                .isNotEqualTo(Ranking.of(entrants, TIE_BREAK, SEED));
    }

    private static byte[] lot(String number) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(HexFormat.of().parseHex(SEED));
        return sha256.digest(number.getBytes(StandardCharsets.UTF_8));
    }

    private static Entrant entrant(String number, int points, int insurance, int residence) {
        return new Entrant(number, points, new Lengths(insurance, residence));
    }
}
