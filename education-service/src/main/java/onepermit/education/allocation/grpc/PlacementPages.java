package onepermit.education.allocation.grpc;

import java.util.Arrays;
import java.util.List;
import onepermit.education.allocation.Placement;
import onepermit.education.allocation.PlacementStanding;
import onepermit.education.v1.ListPlacementsRequest;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;

/** Placements page by page; a token is the rank of the last one told. */
final class PlacementPages {
    private static final int PAGE = 100;

    private PlacementPages() {}

    static List<Placement> asked(ListPlacementsRequest request, List<Placement> all) {
        return all.stream()
                .filter(placement ->
                        request.getSchool().isEmpty() || request.getSchool().equals(placement.school()))
                .filter(standing(request.getStanding()))
                .toList();
    }

    static List<Placement> page(ListPlacementsRequest request, List<Placement> asked) {
        int after = after(request.getPageToken());
        return asked.stream()
                .filter(placement -> placement.rank() > after)
                .limit(request.getPageSize() == 0 ? PAGE : request.getPageSize())
                .toList();
    }

    static String next(List<Placement> asked, List<Placement> page) {
        return page.isEmpty() || page.getLast().rank() == asked.getLast().rank()
                ? ""
                : Integer.toString(page.getLast().rank());
    }

    private static java.util.function.Predicate<Placement> standing(String text) {
        if (text.isEmpty()) {
            return placement -> true;
        }
        PlacementStanding standing = Arrays.stream(PlacementStanding.values())
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new RefusalException(Refusal.invalid(
                        "STANDING_UNKNOWN",
                        "standing",
                        "expected one of " + Arrays.toString(PlacementStanding.values()))));
        return placement -> placement.standing() == standing;
    }

    private static int after(String token) {
        try {
            return token.isEmpty() ? 0 : Integer.parseInt(token);
        } catch (NumberFormatException e) {
            throw new RefusalException(
                    Refusal.invalid("PAGE_TOKEN", "page_token", "expected the token of the page before"));
        }
    }
}
