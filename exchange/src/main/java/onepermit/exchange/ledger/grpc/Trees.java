package onepermit.exchange.ledger.grpc;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onepermit.exchange.ledger.seal.TreeTable;
import onepermit.exchange.v1.FormerOrigin;

/**
 * The trees of all origins of a ledger.
 *
 * @param current the one that grows
 * @param former those that ended, oldest first
 */
record Trees(TreeTable current, List<TreeTable> former) {

    Optional<TreeTable> of(String origin) {
        return Stream.concat(Stream.of(current), former.stream())
                .filter(tree -> tree.origin().equals(origin))
                .findFirst();
    }

    List<FormerOrigin> told() {
        return former.stream()
                .map(tree -> FormerOrigin.newBuilder()
                        .setOrigin(tree.origin())
                        .setLeaves(tree.appended())
                        .build())
                .toList();
    }
}
