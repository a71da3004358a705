package onepermit.exchange.load;

import java.util.List;

/**
 * How far a file has come.
 *
 * @param lines lines read, header not counted
 * @param accepted lines stored or already there
 * @param rejected lines not taken
 * @param rejects those of them since the last report
 */
public record Progress(long lines, long accepted, long rejected, List<Reject> rejects, boolean done) {}
