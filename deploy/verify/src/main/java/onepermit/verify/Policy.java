package onepermit.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whom to trust: a C2SP tlog-policy with Ed25519 keys. */
final class Policy {
    private static final String NONE = "none";

    private final List<Key> logs = new ArrayList<>();
    private final Map<String, Key> witnesses = new LinkedHashMap<>();
    /** Of each witness and group: whether those who cosigned make it up. */
    private final Map<String, Predicate<Set<String>>> named = new LinkedHashMap<>();

    private final Set<String> grouped = new HashSet<>();
    private Optional<String> quorum = Optional.empty();

    static Policy parse(byte[] file) throws Malformed {
        Policy policy = new Policy();
        Text text = Text.of("policy", file);
        while (text.hasNext()) {
            String line = text.next("a line");
            if (line.codePoints().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
                throw text.wrong("no control character but tab");
            }
            List<String> words = Stream.of(line.split("[ \t]+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (!words.isEmpty() && !words.get(0).startsWith("#")) {
                policy.statement(text, words);
            }
        }
        if (policy.quorum.isEmpty()) {
            throw text.wrong("a line \"quorum NAME\" before the end");
        }
        return policy;
    }

    private void statement(Text text, List<String> words) throws Malformed {
        String kind = words.get(0);
        int count = words.size();
        if (kind.equals("log") && (count == 2 || count == 3)) {
            logs.add(key(text, words.get(1), Key.LOG, logs));
        } else if (kind.equals("witness") && (count == 3 || count == 4)) {
            witness(text, words.get(1), words.get(2));
        } else if (kind.equals("group") && count >= 4) {
            group(text, words.get(1), words.get(2), words.subList(3, count));
        } else if (kind.equals("quorum") && count == 2 && quorum.isEmpty()) {
            quorum(text, words.get(1));
        } else {
            throw text.wrong("log VKEY, witness NAME VKEY, group NAME NUMBER MEMBER... or one quorum NAME");
        }
    }

    private void witness(Text text, String name, String vkey) throws Malformed {
        Key key = key(text, vkey, Key.WITNESS, witnesses.values());
        define(text, name, cosigned -> cosigned.contains(name));
        witnesses.put(name, key);
    }

    private void quorum(Text text, String name) throws Malformed {
        if (!name.equals(NONE)) {
            defined(text, name);
        }
        quorum = Optional.of(name);
    }

    private static Key key(Text text, String vkey, byte type, Iterable<Key> before) throws Malformed {
        Key key = Key.parse(vkey, type)
                .orElseThrow(() -> text.wrong("an Ed25519 key NAME+ID+BASE64 of type 0" + type + " with its own id"));
        for (Key other : before) {
            if (Arrays.equals(other.bytes(), key.bytes())) {
                throw text.wrong("each key once");
            }
        }
        return key;
    }

    private void group(Text text, String name, String number, List<String> members) throws Malformed {
        List<Predicate<Set<String>>> parts = new ArrayList<>();
        for (String member : members) {
            parts.add(defined(text, member));
            if (!grouped.add(member)) {
                throw text.wrong("each name in one group only");
            }
        }
        long atLeast = switch (number) {
            case "any" -> 1;
            case "all" -> parts.size();
            default -> text.number(number, "any, all or a number");
        };
        if (atLeast < 1 || atLeast > parts.size()) {
            throw text.wrong("a number from 1 to " + parts.size());
        }
        define(
                text,
                name,
                cosigned -> parts.stream().filter(part -> part.test(cosigned)).count() >= atLeast);
    }

    private void define(Text text, String name, Predicate<Set<String>> meaning) throws Malformed {
        if (name.equals(NONE) || named.putIfAbsent(name, meaning) != null) {
            throw text.wrong("a name that is not taken");
        }
    }

    private Predicate<Set<String>> defined(Text text, String name) throws Malformed {
        return Optional.ofNullable(named.get(name))
                .orElseThrow(() -> text.wrong("the name of a witness or group of a line before"));
    }

    List<Key> logs() {
        return logs;
    }

    /** By their names in the policy. */
    Map<String, Key> witnesses() {
        return witnesses;
    }

    String quorum() {
        return quorum.orElseThrow();
    }

    boolean isEnough(Set<String> cosigned) {
        return quorum().equals(NONE)
                || named.getOrDefault(quorum(), none -> false).test(cosigned);
    }
}
