package onepermit.exchange.ledger.usage;

import java.util.Optional;
import java.util.Set;
import onepermit.exchange.catalogue.Words;

/**
 * A kind of processing of personal data.
 *
 * @param methods full gRPC method names
 * @param action what is done, in words for the person it is about
 * @param basis the law it rests on
 * @param correction a record was wrong and was put right
 * @param withheld the law by which its looks are not shown to the persons they are about; empty = they are shown
 */
public record Processing(
        String id, Set<String> methods, Words action, Words basis, boolean correction, Optional<Words> withheld) {}
