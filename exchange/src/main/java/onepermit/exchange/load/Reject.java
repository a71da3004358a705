package onepermit.exchange.load;

import onepermit.exchange.rpc.Refusal;

/**
 * A line that was not taken.
 *
 * @param line number in the file, the header being 1
 * @param column as the file's header writes it; empty when the whole line is wrong
 * @param text what was expected; never the personal value
 */
public record Reject(long line, String column, String reason, String text) {

    static Reject of(long line, Refusal refusal) {
        return new Reject(line, refusal.field(), refusal.reason(), refusal.text());
    }
}
