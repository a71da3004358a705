package onepermit.permit.permit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onepermit.exchange.identity.DivisionCode;
import onepermit.permit.permit.LapseRule.Afterwards;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The rules on overdue endorsements, from the table {@code permit/lapses.yaml}; the nearest enclosing place's rule applies. */
public final class LapseRules {
    private static final String NATIONAL = "000000";

    private final List<LapseRule> nearestFirst;

    private LapseRules(List<LapseRule> rules) {
        this.nearestFirst = rules.stream()
                .sorted(Comparator.comparing((LapseRule rule) -> breadth(rule.jurisdiction())))
                .toList();
    }

    static LapseRules load() {
        try (InputStream table = Objects.requireNonNull(LapseRules.class.getResourceAsStream("/permit/lapses.yaml"))) {
            Map<String, List<Map<String, Object>>> yaml =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(table);
            return new LapseRules(Objects.requireNonNull(yaml.get("lapses")).stream()
                    .map(LapseRules::rule)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public LapseRule of(DivisionCode division) {
        return nearestFirst.stream()
                .filter(rule -> rule.jurisdiction().contains(division))
                .findFirst()
                .orElseThrow();
    }

    private static LapseRule rule(Map<String, Object> row) {
        return new LapseRule(
                new DivisionCode(String.valueOf(row.get("jurisdiction"))),
                Integer.parseInt(String.valueOf(row.get("graceDays"))),
                Afterwards.valueOf(String.valueOf(row.get("afterwards"))),
                String.valueOf(row.get("document")));
    }

    /** 0 for a county or district, 1 for a city, 2 for a province, 3 for the nation. */
    private static int breadth(DivisionCode jurisdiction) {
        String code = jurisdiction.value();
        if (code.equals(NATIONAL)) {
            return 3;
        }
        if (code.endsWith("0000")) {
            return 2;
        }
        return code.endsWith("00") ? 1 : 0;
    }
}
