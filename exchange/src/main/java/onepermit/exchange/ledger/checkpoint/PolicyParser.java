package onepermit.exchange.ledger.checkpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onepermit.exchange.ledger.checkpoint.VerifierKey.Kind;
import org.jspecify.annotations.Nullable;

/** Reads a C2SP tlog-policy, line by line; every line stands on those before. */
final class PolicyParser {
    private static final String NONE = "none";

    private final List<VerifierKey> logs = new ArrayList<>();
    private final Map<String, VerifierKey> witnesses = new LinkedHashMap<>();
    private final Map<String, Quorum> named = new HashMap<>();
    private final Set<String> grouped = new HashSet<>();
    private @Nullable Quorum quorum;
    private int number;
    private String line = "";

    static TrustPolicy parse(String policy) {
        return new PolicyParser().read(policy);
    }

    private TrustPolicy read(String policy) {
        for (String each : policy.split("\n", -1)) {
            number++;
            line = each;
            if (each.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
                throw wrong("no control character but tab");
            }
            String[] words = Arrays.stream(each.split("[ \t]+"))
                    .filter(word -> !word.isEmpty())
                    .toArray(String[]::new);
            if (words.length > 0 && !words[0].startsWith("#")) {
                statement(words);
            }
        }
        if (quorum == null) {
            throw MalformedText.endsBefore(number, "a line \"quorum NAME\"");
        }
        return new TrustPolicy(logs, witnesses, quorum);
    }

    private void statement(String[] words) {
        switch (words[0]) {
            case "log" -> log(words);
            case "witness" -> witness(words);
            case "group" -> group(words);
            case "quorum" -> quorum(words);
            default -> throw wrong("log, witness, group or quorum");
        }
    }

    private void log(String[] words) {
        if (words.length < 2 || words.length > 3) {
            throw wrong("log VKEY [URL]");
        }
        VerifierKey key = key(words[1], Kind.LOG);
        if (logs.stream().anyMatch(key::sameKey)) {
            throw wrong("each log's key once");
        }
        logs.add(key);
    }

    private void witness(String[] words) {
        if (words.length < 3 || words.length > 4) {
            throw wrong("witness NAME VKEY [URL]");
        }
        VerifierKey key = key(words[2], Kind.WITNESS);
        if (witnesses.values().stream().anyMatch(key::sameKey)) {
            throw wrong("each witness's key once");
        }
        define(words[1], new Quorum.One(words[1]));
        witnesses.put(words[1], key);
    }

    private void group(String[] words) {
        if (words.length < 4) {
            throw wrong("group NAME all|any|NUMBER MEMBER...");
        }
        List<Quorum> members = Arrays.stream(words).skip(3).map(this::member).toList();
        define(words[1], new Quorum.Group(words[1], atLeast(words[2], members.size()), members));
    }

    private Quorum member(String name) {
        Quorum member = defined(name);
        if (!grouped.add(name)) {
            throw wrong("each name in one group only, not \"" + name + "\" again");
        }
        return member;
    }

    private int atLeast(String word, int members) {
        long atLeast = switch (word) {
            case "all" -> members;
            case "any" -> 1;
            default -> Encoding.decimal(word);
        };
        if (atLeast < 1 || atLeast > members) {
            throw wrong("all, any or a number from 1 to " + members);
        }
        return (int) atLeast;
    }

    private void quorum(String[] words) {
        if (words.length != 2 || quorum != null) {
            throw wrong("one line \"quorum NAME\"");
        }
        quorum = words[1].equals(NONE) ? new Quorum.None() : defined(words[1]);
    }

    private void define(String name, Quorum meaning) {
        if (name.equals(NONE) || named.putIfAbsent(name, meaning) != null) {
            throw wrong("a name that is not taken");
        }
    }

    private Quorum defined(String name) {
        Quorum meaning = named.get(name);
        if (meaning == null) {
            throw wrong("the name of a witness or group of a line before, not \"" + name + "\"");
        }
        return meaning;
    }

    private VerifierKey key(String vkey, Kind kind) {
        try {
            VerifierKey key = VerifierKey.parse(vkey);
            if (key.kind() == kind) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw wrong("a usable key (" + e.getMessage() + ")");
        }
        throw wrong("the key of a " + (kind == Kind.LOG ? "log, type 01" : "witness, type 04"));
    }

    private MalformedText wrong(String expected) {
        return MalformedText.at(number, expected, line);
    }
}
