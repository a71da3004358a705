package onepermit.exchange.decision;

import dev.cel.common.types.CelType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.decision.step.Slots;
import onepermit.exchange.yaml.Yaml;

/** The names that expressions at one place of a rule set may speak of; grows from top to bottom. */
final class Scope {
    private final Map<String, CelType> variables = new LinkedHashMap<>();
    private final Slots slots = new Slots();
    private final CodeNames codes;
    private Optional<Expressions> compiler = Optional.empty();

    Scope(CodeNames codes) {
        this.codes = codes;
    }

    /** @return the slot of its value */
    int declare(Yaml at, String name, CelType type) {
        if (variables.put(name, type) != null) {
            throw at.wrong("'" + name + "' is named twice");
        }
        compiler = Optional.empty();
        return slots.declare(name);
    }

    /** Where the values of the names stand. */
    Slots slots() {
        return slots;
    }

    Optional<Expression> expression(Yaml entry, String key, CelType type) {
        return entry.textIfAny(key).map(source -> compile(entry, key, source, type));
    }

    Expression compile(Yaml entry, String key, String source, CelType type) {
        try {
            return compiler().compile(source, type);
        } catch (IllegalArgumentException e) {
            throw entry.wrong("'" + key + "': " + e.getMessage());
        }
    }

    Optional<Template> template(Yaml entry, String key) {
        return entry.textIfAny(key).map(text -> {
            try {
                return Template.compile(text, compiler());
            } catch (IllegalArgumentException e) {
                throw entry.wrong("'" + key + "': " + e.getMessage());
            }
        });
    }

    /** A text that stands in one language only is a mistake, and so is one that speaks of other words in the other. */
    Optional<Phrase> phrase(Yaml entry, String key) {
        var english = template(entry, key);
        var chinese = template(entry, key + "Zh");
        if (english.isPresent() != chinese.isPresent()) {
            throw entry.wrong("'" + key + "' in English and '" + key + "Zh' in Chinese: one of them is missing");
        }
        return chinese.flatMap(zh -> english.map(en -> new Phrase(zh, en))).map(phrase -> {
            if (!phrase.zh().variables().equals(phrase.en().variables())) {
                throw entry.wrong("'" + key + "' speaks of " + phrase.en().variables() + ", '" + key + "Zh' of "
                        + phrase.zh().variables());
            }
            return phrase;
        });
    }

    /** Made anew only when names were added since. */
    private Expressions compiler() {
        if (compiler.isEmpty()) {
            compiler = Optional.of(new Expressions(variables, slots, codes));
        }
        return compiler.get();
    }
}
