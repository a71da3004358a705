package onepermit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import onepermit.exchange.ledger.checkpoint.WitnessedLedger;
import onepermit.verify.Programs.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both programs as their users start them. */
class CommandTest {
    @TempDir
    private Path folder;

    private String policy = "";
    private String receipt = "";

    @BeforeEach
    void a_receipt_and_a_policy() throws Exception {
        WitnessedLedger ledger = WitnessedLedger.of(13);
        policy = file("policy", ledger.policy("both"));
        receipt = file("receipt.tlog-proof", ledger.proof(4).toString());
    }

    @Test
    void a_valid_receipt_ends_with_0_and_says_what_was_proved() throws Exception {
        both(
                0,
                "VALID: leaf 4 of onepermit/education, in its tree of 13 leaves with root ",
                "--policy",
                policy,
                receipt);
        assertThat(Programs.java("--policy", policy, receipt).text())
                .contains("cosigned by health at 2026-11-26T12:00:00Z", "cosigned by social at 2026-11-26T12:00:01Z");
    }

    @Test
    void an_invalid_receipt_ends_with_1_and_says_why() throws Exception {
        String leaf = file("leaf", "look 5");

        both(1, "INVALID: leaf ", "--policy", policy, "--leaf", leaf, receipt);
        assertThat(Programs.java("--policy", policy, "--leaf", leaf, receipt).text())
                .contains(" at index 4 leads to root ", ", the checkpoint has ");
    }

    @Test
    void a_quorum_that_is_not_reached_names_who_cosigned() throws Exception {
        String alone =
                file("alone", Files.readString(Path.of(receipt)).replaceFirst("\u2014 onepermit/social.*\n", ""));

        both(1, "INVALID: the quorum \"both\" is not reached: cosigned by [health]", "--policy", policy, alone);
    }

    @Test
    void a_malformed_receipt_ends_with_2_and_names_the_line() throws Exception {
        String wrong = file("wrong", Files.readString(Path.of(receipt)).replace("index 4", "index four"));

        both(2, "MALFORMED: receipt line 3: expected ", "--policy", policy, wrong);
    }

    @Test
    void a_malformed_policy_ends_with_2_and_names_the_line() throws Exception {
        String wrong = file("wrong", "# ours\ntrust everybody\n");

        both(2, "MALFORMED: policy line 2: expected ", "--policy", wrong, receipt);
    }

    @Test
    void a_missing_file_and_missing_words_end_with_2() throws Exception {
        both(
                2,
                "MALFORMED: cannot read " + folder.resolve("none"),
                "--policy",
                policy,
                folder.resolve("none").toString());
        both(2, "MALFORMED: expected a policy and one receipt", receipt);
        both(2, "MALFORMED: ", "--trust", policy, receipt);
        both(2, "MALFORMED: ", "--policy", policy);
    }

    @Test
    void help_is_there() throws Exception {
        both(0, "", "--help");
        assertThat(Programs.java("--help").text()).contains("--policy POLICY", "0 valid, 1 invalid, 2");
    }

    private static void both(int code, String beginning, String... args) throws Exception {
        Ended java = Programs.java(args);
        Ended javascript = Programs.javascript(args);

        assertThat(java.text()).startsWith(beginning);
        assertThat(javascript.text()).startsWith(beginning);
        assertThat(java.code()).isEqualTo(code);
        assertThat(javascript.code()).isEqualTo(code);
    }

    private String file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
