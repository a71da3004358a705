package onepermit.exchange.ledger.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Prints how many leaves a second one thread appends: batches of leaf hashes, and the same with hashing entries of 512 bytes before.
 * Run by hand; nothing is asserted.
 */
public final class FrontierSpeed {
    private static final int ROUNDS = 5;
    private static final int LEAVES = 2_000_000;
    private static final int ENTRY = 512;

    private FrontierSpeed() {}

    public static void main(String[] args) {
        for (int batch : new int[] {1, 16, 256}) {
            for (int round = 1; round <= ROUNDS; round++) {
                print("leaf hashes", batch, round, rate(batch, false));
                print("entries of " + ENTRY + " bytes", batch, round, rate(batch, true));
            }
        }
    }

    private static void print(String what, int batch, int round, double rate) {
        System.out.printf("batch %3d, round %d: %,12.0f %s/s%n", batch, round, rate, what);
    }

    private static double rate(int batch, boolean hashing) {
        TreeHasher hasher = new TreeHasher();
        byte[] entry = new byte[ENTRY];
        new Random(1).nextBytes(entry);
        List<Hash> leaves = new ArrayList<>();
        long[] told = new long[1];
        Frontier frontier = Frontier.EMPTY;
        long began = System.nanoTime();
        while (frontier.size() < LEAVES) {
            leaves.clear();
            for (int i = 0; i < batch; i++) {
                entry[i % ENTRY]++;
                leaves.add(hashing || i == 0 ? hasher.leaf(entry) : leaves.getFirst());
            }
            frontier = frontier.append(leaves, (at, hash) -> told[0]++);
        }
        return frontier.size() * 1e9 / (System.nanoTime() - began);
    }
}
