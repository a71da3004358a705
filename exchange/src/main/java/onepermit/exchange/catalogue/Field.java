package onepermit.exchange.catalogue;

/**
 * A field of a dataset.
 *
 * @param path in the payload message, e.g. {@code periods.division}
 */
public record Field(String path, Sensitivity sensitivity, Words meaning) {}
