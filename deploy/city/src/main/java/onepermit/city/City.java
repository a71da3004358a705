package onepermit.city;

import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A city: the same households in the same order for the same seed and size, one at a time. */
public final class City {
    public static final int MOST_RESIDENTS = 2_000_000;

    private final long seed;
    private final int residents;

    public City(long seed, int residents) {
        if (residents < 0 || residents > MOST_RESIDENTS) {
            throw new IllegalArgumentException(
                    "residents is " + residents + ", expected 0 to " + MOST_RESIDENTS + ": choose a smaller city");
        }
        this.seed = seed;
        this.residents = residents;
    }

    /** The named families first, then as many households as the residents need. */
    Stream<Household> households() {
        int[] counted = {0};
        Stream<Household> others = LongStream.iterate(0, number -> number + 1)
                .takeWhile(number -> counted[0] < residents)
                .mapToObj(number -> HouseholdMaker.make(seed, number))
                .peek(household -> counted[0] += household.members().size());
        return Stream.concat(DemoFamilies.households().stream(), others);
    }
}
