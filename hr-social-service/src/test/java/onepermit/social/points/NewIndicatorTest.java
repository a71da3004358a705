package onepermit.social.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onepermit.exchange.claim.Claims;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.v1.Criterion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row D24: an industry that the table did not know of is added to the table, and no code changes. */
class NewIndicatorTest {
    private static final String ROBOTICS = String.join(
            "\n",
            "  - id: bonus.robotics",
            "    nameZh: 机器人产业",
            "    nameEn: robotics",
            "    article: 示例",
            "    points: 'bonus.robotics ? 40 : 0'",
            "    maxPoints: 40",
            "    value: '{bonus.robotics ? 1 : 0} of 1'",
            "    valueZh: '{bonus.robotics ? 1 : 0}项'",
            "");

    @TempDir
    private Path rules;

    @Test
    void D24_an_indicator_is_a_word_and_a_line_of_the_rule_set() throws IOException {
        write(
                "vocabulary-points.yaml",
                shipped("vocabulary-points.yaml")
                        .replace(
                                "  - {name: service.years,",
                                "  - {name: bonus.robotics, type: bool, meaning: works in robotics}\n  - {name: service.years,"));
        write(
                "SH-POINTS-2015.yaml",
                shipped("SH-POINTS-2015.yaml")
                        .replace("value: [education.level,", "value: [bonus.robotics, education.level,")
                        .replace(
                                "graduate.fresh: false, award.level",
                                "bonus.robotics: false, graduate.fresh: false, award.level")
                        .replace(
                                "graduate.fresh: true, award.level",
                                "bonus.robotics: true, graduate.fresh: true, award.level")
                        .replace("  - id: deduction.material\n", ROBOTICS + "  - id: deduction.material\n"));
        EstimateScore estimate = new EstimateScore(new Scoring(RuleSets.in(rules.toUri() + "*.yaml")));

        Sheet with = estimate.of(told(Map.of("bonus.robotics", "true")));
        Sheet without = estimate.of(told(Map.of()));

        assertThat(with.decision().getResult().getPoints()).isEqualTo(70);
        assertThat(without.decision().getResult().getPoints()).isEqualTo(30);
        assertThat(with.decision().getCriteriaList())
                .extracting(Criterion::getId)
                .contains("bonus.robotics");
    }

    private static EstimateScore.Told told(Map<String, String> claims) {
        return new EstimateScore.Told(
                new DivisionCode("310115"),
                LocalDate.of(1976, 3, 1),
                LocalDate.of(2016, 9, 1),
                0,
                List.of(),
                new Claims(claims));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(rules.resolve(file), text);
    }

    private static String shipped(String file) throws IOException {
        try (InputStream text =
                Objects.requireNonNull(NewIndicatorTest.class.getResourceAsStream("/rules/" + file), file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
