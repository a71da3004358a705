package onepermit.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The keys of the ledgers and witnesses of all departments, made at the first start, and the policy that names their public halves: a C2SP
 * tlog-policy by which two witnesses are enough. It is what a verifier is to trust, and must reach him by another way than the receipts.
 */
public final class LedgerKeys {
    private static final byte LOG = 0x01;
    private static final byte WITNESS = 0x04;
    private static final int KEY = 32;

    private final Path folder;

    public LedgerKeys(Home home) {
        this.folder = home.keys();
    }

    public static Path policy(Home home) {
        return home.keys().resolve("ledger.policy");
    }

    /** The policy is written last: where it stands, all keys do. Keys that may have signed are never replaced. */
    void make() {
        Path policy = folder.resolve("ledger.policy");
        if (Files.exists(policy)) return;
        Path first = folder.resolve("ledger-" + Department.values()[0].role() + ".key");
        if (Files.exists(first))
            throw new Trouble(policy
                    + " is missing and the keys that it names are not: put it back from a copy, or start over with"
                    + " ./onepermit up --fresh.");
        var text = new StringBuilder();
        List<String> roles =
                Arrays.stream(Department.values()).map(Department::role).toList();
        for (String role : roles) {
            text.append("log ").append(key("ledger-" + role, "onepermit/" + role, LOG));
            text.append("\nwitness ").append(role).append(' ');
            text.append(key("witness-" + role, "onepermit/" + role + "/witness", WITNESS))
                    .append('\n');
        }
        text.append("group two 2 ").append(String.join(" ", roles)).append("\nquorum two\n");
        write(policy, text.toString());
    }

    /** The key of a ledger's further origin, and its line at the head of the policy; once it is named there it stays. */
    public void another(Department department, int number) {
        String name = "onepermit/" + department.role() + "/" + number;
        Path policy = folder.resolve("ledger.policy");
        Path changed = folder.resolve("ledger.policy.new");
        try {
            String before = Files.readString(policy);
            if (before.contains("log " + name + "+")) return;
            write(changed, "log " + key("ledger-" + department.role() + "-" + number, name, LOG) + "\n" + before);
            Files.move(changed, policy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a key and returns its public half as a C2SP vkey. */
    private String key(String file, String name, byte type) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            write(folder.resolve(file + ".key"), HexFormat.of().formatHex(seed) + "\n");
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] blob = ByteBuffer.allocate(1 + KEY)
                    .put(type)
                    .put(encoded, encoded.length - KEY, KEY)
                    .array();
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            String id = HexFormat.of().formatHex(digest.digest(blob), 0, Integer.BYTES);
            return name + "+" + id + "+" + Base64.getEncoder().encodeToString(blob);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.deleteIfExists(file);
            Files.writeString(Files.createFile(file, Home.OWNER_ONLY), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
