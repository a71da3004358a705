package onepermit.social.points;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import onepermit.exchange.decision.RuleSet;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** What a rule set on points says beside its criteria: who may declare what, and the figures of the procedure. */
record PointsRules(RuleSet set) {

    int standard() {
        return number("standard");
    }

    /** Working days from acceptance to the score. */
    int workingDays() {
        return number("workingDays");
    }

    /** Months up to that of the filing in one of which the employer must have paid. */
    int payerMonths() {
        return number("payerMonths");
    }

    /** Items that an applicant may claim. */
    List<String> declared() {
        return texts("declared");
    }

    /** Items that no applicant declares. */
    List<String> records() {
        return texts("records");
    }

    /** Values by which an unknown word gives the least points; of what is not claimed the value that counts nothing. */
    Map<String, Object> least() {
        return map("least");
    }

    /** Values by which an unknown word gives the most points. */
    Map<String, Object> most() {
        return map("most");
    }

    /** What grows by itself in a year. */
    Map<String, Object> perYear() {
        return map("perYear");
    }

    /** The city's average wage, yuan a month, of the year before that of a month; empty when the table does not have it. */
    Optional<Long> averageWage(LocalDate month) {
        return Optional.ofNullable((Long) map("averageWageYuan").get(Integer.toString(month.getYear() - 1)));
    }

    /**
     * Reads what is claimed or found.
     *
     * @param field of the request
     * @return Boolean, Long or String
     */
    Object read(String field, String item, String value) {
        return switch (least().get(item)) {
            case Boolean ignored -> flag(field, item, value);
            case Long ignored -> count(field, item, value);
            case null, default -> code(field, item, value);
        };
    }

    private Object code(String field, String item, String value) {
        List<?> codes = (List<?>) map("codes").getOrDefault(item, List.of());
        if (!codes.contains(value)) {
            throw expected(field, item, "one of " + codes);
        }
        return value;
    }

    private static Object flag(String field, String item, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw expected(field, item, "true or false");
        };
    }

    private static Object count(String field, String item, String value) {
        if (!value.matches("[0-9]{1,10}")) {
            throw expected(field, item, "a whole number from 0, at most 10 digits");
        }
        return Long.valueOf(value);
    }

    private static RefusalException expected(String field, String item, String text) {
        return new RefusalException(Refusal.invalid("ITEM_VALUE", field, item + ": expected " + text));
    }

    RefusalException unknownItem(String field, List<String> allowed) {
        return new RefusalException(
                Refusal.invalid("ITEM_UNKNOWN", field, "expected one of " + new TreeSet<>(allowed)));
    }

    private int number(String name) {
        return Math.toIntExact((Long) set.parameter(name));
    }

    private List<String> texts(String name) {
        return ((List<?>) set.parameter(name)).stream().map(Object::toString).toList();
    }

    @SuppressWarnings("unchecked") // parameters that are maps have texts for keys
    private Map<String, Object> map(String name) {
        return (Map<String, Object>) set.parameter(name);
    }
}
