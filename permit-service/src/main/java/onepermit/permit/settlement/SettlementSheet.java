package onepermit.permit.settlement;

import java.util.Optional;
import onepermit.exchange.claim.PointRange;
import onepermit.exchange.v1.Decision;

/**
 * A decision line by line, and what is left open.
 *
 * @param range empty where the rules give no points, or none are in force
 */
public record SettlementSheet(Decision decision, Optional<PointRange> range) {}
