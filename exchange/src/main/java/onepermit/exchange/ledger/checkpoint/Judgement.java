package onepermit.exchange.ledger.checkpoint;

import onepermit.exchange.ledger.merkle.Hash;
import onepermit.exchange.ledger.merkle.TreeHasher;

/** What a witness makes of a checkpoint. */
public sealed interface Judgement {

    /** A tree: its leaves and its root. */
    record Head(long size, Hash root) {
        static final Head NOTHING = new Head(0, TreeHasher.empty());
    }

    /**
     * It goes on from what was cosigned before.
     *
     * @param head to be stored as cosigned last before the signature is given away
     */
    record Cosigned(Head head, NoteSignature signature) implements Judgement {}

    /**
     * It is not cosigned.
     *
     * @param last what was cosigned last, size 0 for nothing
     * @param offered what was refused
     * @param why the circumstances, for people
     */
    record Refused(Reason reason, Head last, Head offered, String why) implements Judgement {

        @Override
        public String toString() {
            return reason + ": cosigned last at size " + last.size() + ", offered size " + offered.size() + ": " + why;
        }
    }

    /** Why not. */
    enum Reason {
        /** The origin is not one that is watched. */
        UNKNOWN_LOG(false),
        /** The ledger's own signature is missing or wrong; anybody can send that. */
        BAD_SIGNATURE(false),
        /** The proof does not begin where the witness is; the ledger tries again from the size that is named. */
        OTHER_START(false),
        /** Signed by the ledger and smaller than what it signed before: restored from a backup, cut off, or an old checkpoint sent again. */
        SHRUNKEN(true),
        /** Two trees of one size, both signed by the ledger: proof that it shows different histories. */
        FORKED(true),
        /** Signed by the ledger, but not shown to go on from before: a fork, or a wrong proof. */
        NOT_CONSISTENT(true);

        private final boolean alarming;

        Reason(boolean alarming) {
            this.alarming = alarming;
        }

        /** Whether people must look at the ledger. */
        public boolean alarming() {
            return alarming;
        }
    }
}
