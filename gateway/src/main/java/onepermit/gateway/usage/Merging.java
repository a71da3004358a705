package onepermit.gateway.usage;

import com.google.protobuf.util.Timestamps;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onepermit.exchange.v1.FindUsageResponse;
import onepermit.exchange.v1.Usage;

/**
 * The newest looks of several departments' pages.
 *
 * @param usages newest first
 * @param further department → token of its next page; {@link Cursors#END} = it has none; where none of a page was taken, it is asked for again
 */
record Merging(List<Usage> usages, Map<String, String> further) {
    private static final Comparator<Usage> NEWEST_FIRST = Comparator.comparing(Usage::getTime, Timestamps.comparator())
            .reversed()
            .thenComparing(Usage::getDepartment)
            .thenComparing(usage -> -usage.getLeaf().getIndex());

    /** @param before where the pages began */
    static Merging of(Map<String, FindUsageResponse> pages, Cursors before, int size) {
        List<Usage> taken = pages.values().stream()
                .flatMap(page -> page.getUsagesList().stream())
                .sorted(NEWEST_FIRST)
                .limit(size)
                .toList();
        Map<String, String> further = new HashMap<>();
        pages.forEach((department, page) -> {
            List<Usage> own = taken.stream()
                    .filter(usage -> usage.getDepartment().equals(department))
                    .toList();
            if (own.size() == page.getUsagesCount()) {
                further.put(department, page.getNextPageToken().isEmpty() ? Cursors.END : page.getNextPageToken());
            } else {
                further.put(
                        department,
                        own.isEmpty() ? before.of(department) : own.getLast().getPageToken());
            }
        });
        return new Merging(taken, further);
    }
}
