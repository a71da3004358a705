package onepermit.exchange.catalogue;

import java.util.List;

/**
 * A page of datasets.
 *
 * @param next token of the next page, the last id of this one; empty = last page
 */
public record Page(List<Dataset> datasets, String next) {

    /**
     * @param sorted by id
     * @param token empty = first page
     * @param size 0 = as many as allowed
     */
    public static Page of(List<Dataset> sorted, String token, int size, int largest) {
        List<Dataset> rest = sorted.stream()
                .filter(dataset -> dataset.id().compareTo(token) > 0)
                .toList();
        List<Dataset> page = rest.stream().limit(size == 0 ? largest : size).toList();
        return new Page(page, page.size() < rest.size() ? page.getLast().id() : "");
    }
}
