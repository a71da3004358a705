package onepermit.exchange.load;

import java.time.Clock;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.Divisions;

/** What values of a line are checked against. */
record CodeTables(CitizenIds citizenIds, Divisions divisions, Clock clock) {}
