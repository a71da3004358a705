package onepermit.exchange.ledger.checkpoint;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.ledger.merkle.Frontier;
import onepermit.exchange.ledger.merkle.Hash;
import onepermit.exchange.ledger.merkle.Proofs;
import onepermit.exchange.ledger.merkle.Subtree;
import onepermit.exchange.ledger.merkle.TreeHasher;

/** A ledger and two witnesses, whose keys everybody knows: for tests alone. */
public final class WitnessedLedger {
    public static final String ORIGIN = "onepermit/education";
    public static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    final LogSigner log = new LogSigner(ORIGIN, seed(1));
    final Cosigner health = new Cosigner("onepermit/health/witness", seed(2));
    final Cosigner social = new Cosigner("onepermit/social/witness", seed(3));

    private final Map<Subtree, Hash> stored = new HashMap<>();
    private Frontier frontier = Frontier.EMPTY;

    static byte[] seed(int number) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) number);
        return seed;
    }

    public static byte[] leaf(int index) {
        return ("look " + index).getBytes(StandardCharsets.UTF_8);
    }

    static Hash leafHash(int index) {
        return new TreeHasher().leaf(leaf(index));
    }

    public static WitnessedLedger of(int leaves) {
        WitnessedLedger ledger = new WitnessedLedger();
        ledger.grow(leaves);
        return ledger;
    }

    void grow(int leaves) {
        List<Hash> more = new ArrayList<>();
        for (int i = 0; i < leaves; i++) {
            more.add(leafHash((int) frontier.size() + i));
        }
        frontier = frontier.append(more, stored::put);
    }

    Proofs proofs() {
        return new Proofs(wanted -> wanted.stream().map(stored::get).toList());
    }

    SignedCheckpoint checkpoint() {
        return log.sign(new Checkpoint(ORIGIN, frontier.size(), frontier.root()));
    }

    SignedCheckpoint cosigned() {
        SignedCheckpoint signed = checkpoint();
        return signed.with(health.cosign(signed.checkpoint(), NOON))
                .with(social.cosign(signed.checkpoint(), NOON.plusSeconds(1)));
    }

    public TlogProof proof(int index) {
        return new TlogProof(
                Optional.of(new TlogProof.Extra(leaf(index))),
                index,
                proofs().inclusion(index, frontier.size()),
                cosigned());
    }

    public String policy(String quorum) {
        return """
                log %s
                witness health %s
                witness social %s
                group both all health social
                group either any both
                quorum %s
                """.formatted(log.verifierKey(), health.verifierKey(), social.verifierKey(), quorum);
    }
}
