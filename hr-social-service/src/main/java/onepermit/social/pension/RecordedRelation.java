package onepermit.social.pension;

import onepermit.exchange.identity.DivisionCode;
import onepermit.social.insured.Insured;

/** A relation as an office recorded it. */
public record RecordedRelation(Insured insured, DivisionCode place, RelationRecord record) {}
