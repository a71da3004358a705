package onepermit.exchange.ledger.checkpoint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import onepermit.exchange.ledger.checkpoint.Judgement.Cosigned;
import onepermit.exchange.ledger.checkpoint.Judgement.Head;
import onepermit.exchange.ledger.checkpoint.Judgement.Reason;
import onepermit.exchange.ledger.checkpoint.Judgement.Refused;
import onepermit.exchange.ledger.merkle.Verdict;
import onepermit.exchange.ledger.merkle.Verification;

/**
 * Judges other ledgers' checkpoints by C2SP tlog-witness: of one ledger only trees of which each is the beginning of the next are cosigned.
 * It remembers nothing: whoever asks keeps the head cosigned last, and stores the new one, for nobody else between, before the cosignature
 * is given away.
 */
public final class Witness {
    private final Cosigner cosigner;
    private final Supplier<List<VerifierKey>> logs;

    /** @param logs keys of the ledgers it watches; several of one name during a change of keys */
    public Witness(Cosigner cosigner, List<VerifierKey> logs) {
        this(cosigner, () -> logs);
    }

    /** @param logs asked for at each judgement */
    public Witness(Cosigner cosigner, Supplier<List<VerifierKey>> logs) {
        this.cosigner = cosigner;
        this.logs = logs;
    }

    /** @param last what it cosigned last of this origin; empty if nothing yet, which then trusts the first tree as it is */
    public Judgement judge(Optional<Head> last, Offer offer, Instant now) {
        return refusal(last.orElse(Head.NOTHING), offer)
                .<Judgement>map(refused -> refused)
                .orElseGet(() -> cosigned(offer.checkpoint().checkpoint(), now));
    }

    private Cosigned cosigned(Checkpoint tree, Instant now) {
        return new Cosigned(new Head(tree.size(), tree.root()), cosigner.cosign(tree, now));
    }

    private Optional<Refused> refusal(Head last, Offer offer) {
        Checkpoint tree = offer.checkpoint().checkpoint();
        if (logs.get().stream().noneMatch(log -> log.name().equals(tree.origin()))) {
            return refused(Reason.UNKNOWN_LOG, last, tree, "\"" + tree.origin() + "\" is not watched here");
        }
        if (!isSigned(offer.checkpoint())) {
            return refused(Reason.BAD_SIGNATURE, last, tree, "no key known of \"" + tree.origin() + "\" signed it");
        }
        if (tree.size() < last.size()) {
            return refused(Reason.SHRUNKEN, last, tree, "the tree lost leaves");
        }
        if (tree.size() == last.size()) {
            return sameSize(last, tree, offer);
        }
        return offer.from() == last.size() ? grown(last, tree, offer) : otherStart(last, tree, offer);
    }

    private boolean isSigned(SignedCheckpoint signed) {
        Note note = signed.note();
        return logs.get().stream()
                .filter(log -> log.name().equals(signed.checkpoint().origin()))
                .anyMatch(log -> note.signatures().stream().anyMatch(each -> log.verifies(note.text(), each)));
    }

    private static Optional<Refused> sameSize(Head last, Checkpoint tree, Offer offer) {
        if (!tree.root().equals(last.root())) {
            return refused(
                    Reason.FORKED, last, tree, "two trees of one size, roots " + last.root() + " and " + tree.root());
        }
        if (offer.from() != last.size()) {
            return otherStart(last, tree, offer);
        }
        return offer.proof().isEmpty()
                ? Optional.empty()
                : refused(Reason.NOT_CONSISTENT, last, tree, "between equal trees there is nothing to prove");
    }

    private static Optional<Refused> grown(Head last, Checkpoint tree, Offer offer) {
        if (last.size() == 0) {
            return offer.proof().isEmpty()
                    ? Optional.empty()
                    : refused(Reason.NOT_CONSISTENT, last, tree, "from an empty tree there is nothing to prove");
        }
        Verdict verdict = Verification.consistency(last.size(), last.root(), tree.size(), tree.root(), offer.proof());
        return switch (verdict) {
            case Verdict.Holds holds -> Optional.empty();
            case Verdict.Fails fails -> refused(Reason.NOT_CONSISTENT, last, tree, fails.reason());
        };
    }

    private static Optional<Refused> otherStart(Head last, Checkpoint tree, Offer offer) {
        return refused(Reason.OTHER_START, last, tree, "the proof begins at size " + offer.from());
    }

    private static Optional<Refused> refused(Reason reason, Head last, Checkpoint tree, String why) {
        return Optional.of(new Refused(reason, last, new Head(tree.size(), tree.root()), why));
    }
}
