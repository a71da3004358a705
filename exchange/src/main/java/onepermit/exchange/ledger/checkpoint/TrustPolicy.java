package onepermit.exchange.ledger.checkpoint;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom to trust, as a C2SP tlog-policy says it: keys of ledgers, keys of witnesses, and which witnesses together are enough.
 * A signature of a known key that does not verify spoils the whole note; those of strangers are passed over.
 */
public final class TrustPolicy {
    private final List<VerifierKey> logs;
    private final Map<String, VerifierKey> witnesses;
    private final Quorum quorum;

    TrustPolicy(List<VerifierKey> logs, Map<String, VerifierKey> witnesses, Quorum quorum) {
        this.logs = List.copyOf(logs);
        this.witnesses = new LinkedHashMap<>(witnesses);
        this.quorum = quorum;
    }

    /** @throws MalformedText naming the line that is no line of a policy; only UTF-8 is taken, Ed25519 keys only */
    public static TrustPolicy parse(byte[] policy) {
        return PolicyParser.parse(Encoding.utf8(policy));
    }

    /** The keys of ledgers. */
    public List<VerifierKey> logs() {
        return logs;
    }

    /** The keys of witnesses. */
    public List<VerifierKey> witnesses() {
        return List.copyOf(witnesses.values());
    }

    /** Whether the ledger that the checkpoint names signed it and enough witnesses cosigned. */
    public Trust check(SignedCheckpoint signed) {
        Note note = signed.note();
        Optional<String> forged = forged(note);
        if (forged.isPresent()) {
            return new Trust.Refused("the signature of the known key " + forged.get() + " does not verify");
        }
        String origin = signed.checkpoint().origin();
        if (logs.stream().noneMatch(log -> log.name().equals(origin) && signedBy(log, note))) {
            return new Trust.Refused("no known key of the log \"" + origin + "\" signed the checkpoint");
        }
        Map<String, Instant> cosigned = cosigned(note);
        return quorum.reachedBy(cosigned.keySet())
                ? new Trust.Trusted(signed.checkpoint(), cosigned)
                : new Trust.Refused(
                        "the quorum " + quorum.describe() + " is not reached: cosigned by " + cosigned.keySet());
    }

    private Optional<String> forged(Note note) {
        return note.signatures().stream()
                .filter(signature -> Stream.concat(logs.stream(), witnesses.values().stream())
                        .anyMatch(key -> key.isNamedBy(signature) && !key.verifies(note.text(), signature)))
                .map(NoteSignature::name)
                .findFirst();
    }

    private static boolean signedBy(VerifierKey key, Note note) {
        return note.signatures().stream().anyMatch(key::isNamedBy);
    }

    private Map<String, Instant> cosigned(Note note) {
        Map<String, Instant> cosigned = new LinkedHashMap<>();
        witnesses.forEach((name, key) -> note.signatures().stream()
                .filter(key::isNamedBy)
                .flatMap(signature -> Cosignature.parse(signature).stream())
                .map(Cosignature::time)
                .reduce((one, other) -> one.isAfter(other) ? one : other)
                .ifPresent(time -> cosigned.put(name, time)));
        return cosigned;
    }
}
