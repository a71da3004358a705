package onepermit.education.admission;

import java.util.List;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Note;

/**
 * A decision and what is said beside it.
 *
 * @param lengths of the parent that counts
 * @param notes no part of the decision, so that it stays the same whether or not another department can be asked
 */
public record Verified(Decision decision, Lengths lengths, List<Note> notes) {}
