package onepermit.social.pension;

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
import onepermit.exchange.decision.CaseFacts;
import onepermit.exchange.decision.RuleEngine;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.v1.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row L07: a document that allows back-payment is two figures in the rule set, and counts from its day on. */
class MakeUpTest {
    private static final DivisionCode WUHAN = new DivisionCode("420100");

    @TempDir
    private Path folder;

    @Test
    void L07_with_the_switch_on_and_the_condition_met_wuhan_pays() throws IOException {
        RuleSets allowing = allowing("2026-01-01", 60);

        assertThat(place(allowing, 58, "2026-09-01").getResult().getDivision()).isEqualTo("420100");
        assertThat(place(allowing, 58, "2026-09-01").getCriteria(2).getValue())
                .isEqualTo("120 months in 420100, 58 of them made up");
        assertThat(place(allowing, 57, "2026-09-01").getResult().getDivision()).isEqualTo("420600");
        assertThat(place(allowing("2026-01-01", 57), 58, "2026-09-01")
                        .getResult()
                        .getDivision())
                .isEqualTo("420600");
    }

    @Test
    void L07_before_its_day_and_as_shipped_nothing_is_made_up() throws IOException {
        assertThat(place(allowing("2026-09-02", 60), 58, "2026-09-01")
                        .getResult()
                        .getDivision())
                .isEqualTo("420600");
        assertThat(place(RuleSets.shipped(), 58, "2026-09-01").getResult().getDivision())
                .isEqualTo("420600");
    }

    private RuleSets allowing(String from, int months) throws IOException {
        Path rules = Files.createDirectories(folder.resolve(from + "-" + months));
        Files.writeString(
                rules.resolve("CN-PENSION-66.yaml"),
                shipped("CN-PENSION-66.yaml")
                        .replace("makeUpFrom: {value: 9999-12-31", "makeUpFrom: {value: " + from)
                        .replace("makeUpAtMost: {value: 0", "makeUpAtMost: {value: " + months));
        Files.writeString(rules.resolve("vocabulary-pension.yaml"), shipped("vocabulary-pension.yaml"));
        return RuleSets.in(rules.toUri() + "*.yaml");
    }

    private static String shipped(String file) throws IOException {
        try (InputStream text = Objects.requireNonNull(MakeUpTest.class.getResourceAsStream("/rules/" + file), file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Decision place(RuleSets rules, int madeUp, String on) {
        CaseFacts facts = new CaseFacts()
                .known("case.comparisonLevel", "CITY")
                .known("case.makeUpMonths", madeUp)
                .known("hukou.place", "420600")
                .known("relation.places", List.of("420100", "420600"))
                .known("relation.months", Map.of("420100", 62L, "420600", 192L))
                .known("relation.temporary", List.of())
                .known("retirement.on", 20260808)
                .known("retirement.ageMonths", 664)
                .known("retirement.document", "test");
        return RuleEngine.decide(rules.of("CN-PENSION-66"), LocalDate.parse(on), WUHAN, facts);
    }
}
