package onepermit.city;

import java.util.List;

/** SplitMix64: the same throws for the same seed on every machine and every JDK, at the cost of a few shifts. */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private long state;

    Dice(long seed, long stream) {
        state = mix(seed + GOLDEN) ^ mix(stream * GOLDEN + 1);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    int below(int bound) {
        return (int) Math.floorMod(next() >>> 1, (long) bound);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean chance(double share) {
        return (next() >>> 11) * 0x1.0p-53 < share;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
