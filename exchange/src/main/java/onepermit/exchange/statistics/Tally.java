package onepermit.exchange.statistics;

/**
 * Persons counted in one division.
 *
 * @param unknown persons of whom it is not known whether they count; not in {@code count}
 */
public record Tally(long count, long unknown) {
    static final Tally NOBODY = new Tally(0, 0);

    public Tally plus(Tally other) {
        return new Tally(count + other.count, unknown + other.unknown);
    }
}
