package onepermit.exchange.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import onepermit.exchange.decision.RuleSet;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.PendingEvidence;

/**
 * What a rule set says beside its criteria of the words that no department publishes: parameters {@code declared}, {@code records},
 * {@code codes}, {@code least} and {@code most}, and {@code together} if it has one.
 */
public record ClaimTable(RuleSet set) {

    /** Items that an applicant may claim. */
    public List<String> declared() {
        return texts("declared");
    }

    /** Items that no applicant declares. */
    public List<String> records() {
        return texts("records");
    }

    /** Values by which an unknown word gives the least; of what is not claimed the value that counts nothing. */
    public Map<String, Object> least() {
        return map("least");
    }

    /** Values by which an unknown word gives the most. */
    public Map<String, Object> most() {
        return map("most");
    }

    /**
     * Reads what is claimed or found.
     *
     * @param field of the request
     * @return Boolean, Long or String
     */
    public Object read(String field, String item, String value) {
        return switch (least().get(item)) {
            case Boolean ignored -> flag(field, item, value);
            case Long ignored -> count(field, item, value);
            case null, default -> code(field, item, value);
        };
    }

    /** What an applicant may claim, by item: Boolean, Long or String. */
    public Map<String, Object> readDeclared(Claims claims) {
        requireTogether(claims);
        return read(claims, declared());
    }

    /** Of items that the rule set names in {@code together} whoever claims one claims all. */
    private void requireTogether(Claims claims) {
        List<String> together =
                set.parameterIfAny("together").map(ClaimTable::texts).orElse(List.of());
        List<String> missing = together.stream()
                .filter(item -> !claims.values().containsKey(item))
                .toList();
        if (!missing.isEmpty() && missing.size() < together.size()) {
            throw new RefusalException(Refusal.invalid(
                    "CLAIM_INCOMPLETE", "claims", "expected " + missing + " beside the others of " + together));
        }
    }

    /** What somebody tells of oneself, with the records, which are taken for none where nothing is told: that gives the most. */
    public Map<String, Object> readTold(Claims claims) {
        Map<String, Object> told = new LinkedHashMap<>(least());
        records().forEach(item -> told.put(item, Objects.requireNonNull(most().get(item))));
        told.putAll(read(
                claims, Stream.concat(declared().stream(), records().stream()).toList()));
        return told;
    }

    private Map<String, Object> read(Claims claims, List<String> allowed) {
        Map<String, Object> read = new LinkedHashMap<>();
        claims.values().forEach((item, value) -> {
            if (!allowed.contains(item)) {
                throw unknownItem("claims", allowed);
            }
            read.put(item, read("claims", item, value));
        });
        return read;
    }

    /** Refuses findings on what nobody claimed and no record is, and claims without one: one notice names all that are missing. */
    public void check(Claims claims, Findings findings) {
        List<String> asked = Stream.concat(claims.values().keySet().stream(), records().stream())
                .toList();
        findings.byItem().forEach((item, finding) -> {
            if (!asked.contains(item)) {
                throw unknownItem("findings", asked);
            }
            finding.value().ifPresent(value -> read("findings", item, value));
        });
        List<String> missing = claims.values().keySet().stream()
                .filter(item -> !findings.byItem().containsKey(item))
                .toList();
        if (!missing.isEmpty()) {
            throw new RefusalException(
                    Refusal.invalid("FINDINGS_MISSING", "findings", "a finding is missing on each of " + missing));
        }
    }

    /**
     * Tells the items: what is not claimed counts nothing; what is claimed, and every record, is unknown until an officer has found it.
     *
     * @param evidence index of what claims and findings are called as evidence
     * @param pending what to say of an item that nobody has found yet
     */
    public void tell(ClaimWords words, Claims claims, Findings findings, int evidence, PendingEvidence pending) {
        declared().forEach(item -> {
            if (claims.values().containsKey(item)) {
                found(words, item, findings, evidence, pending);
            } else {
                words.known(item, Objects.requireNonNull(least().get(item)));
            }
        });
        records().forEach(item -> found(words, item, findings, evidence, pending));
    }

    private void found(ClaimWords words, String item, Findings findings, int evidence, PendingEvidence pending) {
        findings.value(item)
                .ifPresentOrElse(
                        value -> words.known(item, read("findings", item, value), evidence),
                        () -> words.unknown(item, pending, evidence));
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

    private static RefusalException unknownItem(String field, List<String> allowed) {
        return new RefusalException(
                Refusal.invalid("ITEM_UNKNOWN", field, "expected one of " + new TreeSet<>(allowed)));
    }

    private List<String> texts(String name) {
        return texts(set.parameter(name));
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }

    @SuppressWarnings("unchecked") // parameters that are maps have texts for keys
    private Map<String, Object> map(String name) {
        return (Map<String, Object>) set.parameter(name);
    }
}
