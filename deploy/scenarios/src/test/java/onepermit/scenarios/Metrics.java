package onepermit.scenarios;

import java.util.Arrays;

/** What a process tells of itself at {@code /actuator/prometheus}. */
record Metrics(Actuator actuator) {

    /** @param part GATEWAY, PERMIT, EDUCATION, SOCIAL or HEALTH */
    static Metrics of(Stack stack, String part) {
        return new Metrics(new Actuator(stack, part));
    }

    /** Sum of a metric's series that have all these labels, as they stand in the text, e.g. {@code area="heap"}. */
    double sum(String metric, String... labels) {
        return page().lines()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    String page() {
        return actuator.get("prometheus").body();
    }
}
