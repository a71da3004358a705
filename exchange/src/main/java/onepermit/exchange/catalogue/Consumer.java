package onepermit.exchange.catalogue;

import java.util.List;

/**
 * A department that reads a dataset, and what for.
 *
 * @param department e.g. {@code education}
 * @param purposes names of {@code onepermit.exchange.v1.Purpose} without their prefix
 */
public record Consumer(String department, List<String> purposes) {}
