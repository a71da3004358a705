package onepermit.exchange.ledger.seal;

import java.util.List;
import onepermit.exchange.ledger.checkpoint.Note;

/** Signs certificates with the key of the department's ledger; a key management service can stand behind it. */
@FunctionalInterface
public interface Certifier {

    /**
     * @param kind what is certified, in small letters and hyphens
     * @param lines none empty
     */
    Note certify(String kind, List<String> lines);
}
