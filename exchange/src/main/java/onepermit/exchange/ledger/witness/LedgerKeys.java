package onepermit.exchange.ledger.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.checkpoint.Cosigner;
import onepermit.exchange.ledger.checkpoint.LogSigner;
import onepermit.exchange.ledger.checkpoint.TrustPolicy;
import onepermit.exchange.ledger.checkpoint.VerifierKey;
import onepermit.exchange.ledger.seal.KeyFile;

/**
 * The department's two keys and whom it trusts, from the folder of keys: {@code ledger-DEPARTMENT.key}, {@code witness-DEPARTMENT.key},
 * and {@code ledger.policy}, a C2SP tlog-policy with the public keys of all ledgers and witnesses. The second origin of a ledger has a key of
 * its own, {@code ledger-DEPARTMENT-2.key}, and so on.
 */
record LedgerKeys(String department, Path folder) {
    private static final String WITNESS = "/witness";

    /** @throws IllegalStateException where the policy names another key, for then nobody would believe what it signs */
    LogSigner log(String origin) {
        LogSigner signer = new LogSigner(origin, KeyFile.seed(folder.resolve(file(origin))));
        requireKnown(signer.verifierKey(), policy().logs());
        return signer;
    }

    /** @throws IllegalStateException where the policy names another key */
    Cosigner witness() {
        Cosigner cosigner =
                new Cosigner(witnessOf(department), KeyFile.seed(folder.resolve("witness-" + department + ".key")));
        requireKnown(cosigner.verifierKey(), policy().witnesses());
        return cosigner;
    }

    /** Of {@code onepermit/education/2}: {@code ledger-education-2.key}. */
    static String file(String origin) {
        return "ledger-" + origin.substring(Ledger.origin("").length()).replace('/', '-') + ".key";
    }

    /** The other departments' witnesses, by department. */
    Map<String, VerifierKey> others() {
        String own = witnessOf(department);
        return policy().witnesses().stream()
                .filter(key -> key.name().endsWith(WITNESS) && !key.name().equals(own))
                .collect(Collectors.toMap(LedgerKeys::departmentOf, key -> key));
    }

    Path policyFile() {
        return folder.resolve("ledger.policy");
    }

    TrustPolicy policy() {
        Path file = policyFile();
        try {
            return TrustPolicy.parse(Files.readAllBytes(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "cannot read " + file + "; expected a tlog-policy with the keys of all ledgers and witnesses", e);
        }
    }

    private void requireKnown(VerifierKey own, Iterable<VerifierKey> known) {
        for (VerifierKey key : known) {
            if (key.toString().equals(own.toString())) {
                return;
            }
        }
        throw new IllegalStateException(policyFile() + " does not name the key " + own);
    }

    private static String witnessOf(String department) {
        return Ledger.origin(department) + WITNESS;
    }

    private static String departmentOf(VerifierKey key) {
        return key.name().substring(Ledger.origin("").length(), key.name().length() - WITNESS.length());
    }
}
