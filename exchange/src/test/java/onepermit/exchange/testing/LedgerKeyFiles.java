package onepermit.exchange.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.checkpoint.Cosigner;
import onepermit.exchange.ledger.checkpoint.LogSigner;

/** Keys of all departments' ledgers and witnesses, and a policy that two of the witnesses are enough for. */
public final class LedgerKeyFiles {
    public static final List<String> DEPARTMENTS = List.of("permit", "education", "social", "health");

    private LedgerKeyFiles() {}

    public static void write(Path folder) throws IOException {
        StringBuilder policy = new StringBuilder();
        for (String department : DEPARTMENTS) {
            String origin = Ledger.origin(department);
            LogSigner log = new LogSigner(origin, seed(folder.resolve("ledger-" + department + ".key")));
            Cosigner witness =
                    new Cosigner(origin + "/witness", seed(folder.resolve("witness-" + department + ".key")));
            policy.append("log ")
                    .append(log.verifierKey())
                    .append("\nwitness ")
                    .append(department)
                    .append(' ');
            policy.append(witness.verifierKey()).append('\n');
        }
        policy.append("group two 2 ").append(String.join(" ", DEPARTMENTS)).append("\nquorum two\n");
        Files.writeString(folder.resolve("ledger.policy"), policy);
    }

    /** The key of a further origin of a department's ledger, and its line in the policy. */
    public static void another(Path folder, String department, int number) throws IOException {
        LogSigner log = new LogSigner(
                Ledger.origin(department) + "/" + number,
                seed(folder.resolve("ledger-" + department + "-" + number + ".key")));
        Path policy = folder.resolve("ledger.policy");
        Files.writeString(policy, "log " + log.verifierKey() + "\n" + Files.readString(policy));
    }

    private static byte[] seed(Path file) throws IOException {
        byte[] seed = new byte[32];
        new SecureRandom().nextBytes(seed);
        Files.writeString(file, HexFormat.of().formatHex(seed));
        return seed;
    }
}
