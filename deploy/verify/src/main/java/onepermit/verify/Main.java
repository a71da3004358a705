package onepermit.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The command {@code onepermit-verify}. Ends with 0 for a valid receipt or certificate, 1 for an invalid one, 2 where it could not tell. */
public final class Main {
    private static final String USAGE = """
            onepermit-verify --policy POLICY [--leaf LEAF] RECEIPT

            Says whether a leaf stands in a ledger that its log signed and enough witnesses cosigned, or whether a department signed a
            certificate with the key of its ledger. Needs no network.

              RECEIPT          a C2SP tlog-proof, or a certificate, which its first line tells
              --policy POLICY  whom to trust: a C2SP tlog-policy with Ed25519 keys (log, witness, group, quorum)
              --leaf LEAF      the bytes of the leaf; without it they are taken from the line "extra" of the receipt

            0 valid, 1 invalid, 2 not to be told (a malformed or missing file)
            """;

    private Main() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(args), out));
    }

    static int run(List<String> args, PrintStream out) {
        if (args.contains("--help")) {
            out.print(USAGE);
            return 0;
        }
        try {
            Outcome outcome = verify(args);
            out.println(outcome.text());
            return outcome.code();
        } catch (Malformed e) {
            out.println("MALFORMED: " + e.getMessage());
            return Outcome.MALFORMED;
        } catch (RuntimeException bug) {
            out.println("NOT CHECKED: " + bug);
            return Outcome.MALFORMED;
        }
    }

    private static Outcome verify(List<String> args) throws Malformed {
        Optional<String> policy = Optional.empty();
        Optional<String> leaf = Optional.empty();
        int next = 0;
        while (args.size() - next > 2 && args.get(next).startsWith("--")) {
            switch (args.get(next)) {
                case "--policy" -> policy = Optional.of(args.get(next + 1));
                case "--leaf" -> leaf = Optional.of(args.get(next + 1));
                default -> throw new Malformed("unknown option " + args.get(next) + "\n\n" + USAGE);
            }
            next += 2;
        }
        if (args.size() - next != 1 || policy.isEmpty()) {
            throw new Malformed("expected a policy and one receipt, found " + args + "\n\n" + USAGE);
        }
        Optional<byte[]> bytes = leaf.isEmpty() ? Optional.empty() : Optional.of(read(leaf.get()));
        return Verifier.verify(read(args.get(next)), bytes, read(policy.get()));
    }

    private static byte[] read(String file) throws Malformed {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new Malformed("cannot read " + file + ": " + e.getClass().getSimpleName());
        }
    }
}
