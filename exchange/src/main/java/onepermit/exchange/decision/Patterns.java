package onepermit.exchange.decision;

import dev.cel.runtime.CelAttributePattern;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The engine's marks for unknown variables, made once per name; names come from vocabularies, so they are few. */
final class Patterns {
    private static final Map<String, CelAttributePattern> KNOWN = new ConcurrentHashMap<>();

    private Patterns() {}

    static CelAttributePattern of(String name) {
        return KNOWN.computeIfAbsent(name, CelAttributePattern::fromQualifiedIdentifier);
    }
}
