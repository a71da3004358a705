package onepermit.exchange.decision;

import java.util.Set;

/** One text of a rule in both languages; both speak of the same words, so that neither says more than the other. */
record Phrase(Template zh, Template en) {
    Set<String> variables() {
        return en.variables();
    }
}
