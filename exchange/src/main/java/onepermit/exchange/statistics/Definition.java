package onepermit.exchange.statistics;

import java.util.Optional;
import onepermit.exchange.catalogue.Words;

/**
 * What is counted, the same for all departments.
 *
 * @param version raised with every change of what is counted
 * @param owner department that counts
 * @param meaning who is counted, and on which day
 * @param share empty = a count
 */
public record Definition(
        String id, int version, String owner, Words name, Words meaning, Words source, Optional<Share> share) {

    /** @param of id of what is counted, @param among id of all among whom */
    public record Share(String of, String among) {}
}
