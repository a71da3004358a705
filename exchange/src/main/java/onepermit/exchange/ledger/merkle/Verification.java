package onepermit.exchange.ledger.merkle;

import java.util.ArrayList;
import java.util.List;

/** Checks proofs as RFC 9162 prescribes. Never throws for what a stranger sent. */
public final class Verification {
    private Verification() {}

    /** Section 2.1.3.2. */
    public static Verdict inclusion(Hash leaf, long index, long size, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return Verdict.fails("a tree of " + size + " leaves has none at index " + index);
        }
        TreeHasher hasher = new TreeHasher();
        Climb climb = new Climb(index, size - 1);
        Hash reached = leaf;
        for (Hash sibling : proof) {
            if (climb.atRoot()) {
                return length("inclusion", proof, "longer");
            }
            reached = climb.siblingIsLeft() ? hasher.node(sibling, reached) : hasher.node(reached, sibling);
            climb.up();
        }
        if (!climb.atRoot()) {
            return length("inclusion", proof, "shorter");
        }
        return reaches("the leaf at index " + index, reached, size, root);
    }

    /** Section 2.1.4.2. Says nothing of a tree without leaves, and so fails for one. */
    public static Verdict consistency(long earlier, Hash earlierRoot, long later, Hash laterRoot, List<Hash> proof) {
        if (earlier < 1 || earlier > later) {
            return Verdict.fails("no proof leads from a tree of " + earlier + " leaves to one of " + later);
        }
        if (earlier == later) {
            return equalSizes(later, earlierRoot, laterRoot, proof);
        }
        boolean whole = Long.bitCount(earlier) == 1;
        if (proof.isEmpty() && !whole) {
            return length("consistency", proof, "shorter");
        }
        List<Hash> path = new ArrayList<>(proof);
        if (whole) {
            path.addFirst(earlierRoot);
        }
        return consistent(earlier, earlierRoot, later, laterRoot, path);
    }

    private static Verdict equalSizes(long size, Hash one, Hash other, List<Hash> proof) {
        if (!proof.isEmpty()) {
            return Verdict.fails("the sizes are equal, so the consistency proof is empty, not of " + proof.size());
        }
        return one.equals(other)
                ? Verdict.proved()
                : Verdict.fails("two trees of size " + size + ", roots " + one + " and " + other);
    }

    private static Verdict consistent(long earlier, Hash earlierRoot, long later, Hash laterRoot, List<Hash> path) {
        TreeHasher hasher = new TreeHasher();
        Climb climb = new Climb(earlier - 1, later - 1);
        climb.pastWholeSubtree();
        Hash first = path.getFirst();
        Hash second = first;
        for (Hash sibling : path.subList(1, path.size())) {
            if (climb.atRoot()) {
                return length("consistency", path, "longer");
            }
            if (climb.siblingIsLeft()) {
                first = hasher.node(sibling, first);
                second = hasher.node(sibling, second);
            } else {
                second = hasher.node(second, sibling);
            }
            climb.up();
        }
        if (!climb.atRoot()) {
            return length("consistency", path, "shorter");
        }
        Verdict beginning = reaches("the proof", first, earlier, earlierRoot);
        return beginning.holds() ? reaches("the proof", second, later, laterRoot) : beginning;
    }

    private static Verdict reaches(String what, Hash reached, long size, Hash root) {
        return reached.equals(root)
                ? Verdict.proved()
                : Verdict.fails(what + " leads to root " + reached + " at size " + size + ", expected " + root);
    }

    private static Verdict length(String kind, List<Hash> proof, String than) {
        return Verdict.fails(
                "the " + kind + " proof is " + than + " than its sizes ask for (" + proof.size() + " hashes)");
    }

    /** The way from a leaf to the root: the index of the node it is on, and of the last node of that level. */
    private static final class Climb {
        private long node;
        private long last;

        Climb(long node, long last) {
            this.node = node;
            this.last = last;
        }

        boolean atRoot() {
            return last == 0;
        }

        boolean siblingIsLeft() {
            return (node & 1) == 1 || node == last;
        }

        /** A last node without a sibling is its own parent, as often as need be. */
        void up() {
            if (siblingIsLeft()) {
                while ((node & 1) == 0 && node != 0) {
                    shift();
                }
            }
            shift();
        }

        /** From a right-most leaf to the largest complete subtree that it ends. */
        void pastWholeSubtree() {
            while ((node & 1) == 1) {
                shift();
            }
        }

        private void shift() {
            node >>>= 1;
            last >>>= 1;
        }
    }
}
