package onepermit.exchange.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedInputTest {
    private static final String PROOF = WitnessedLedger.of(5).proof(2).toString();

    private static Arguments proof(int line, String expected, UnaryOperator<String> altered) {
        return Arguments.of(line, expected, altered.apply(PROOF));
    }

    /** Of the proof: 1 header, 2 extra, 3 index, 4–6 hashes, 7 empty, 8 origin, 9 size, 10 root, 11 empty, 12–14 signatures. */
    static Stream<Arguments> malformed_proofs() {
        return Stream.of(
                proof(1, "c2sp.org/tlog-proof@v1", text -> text.replace("proof@v1", "proof@v2")),
                proof(1, "c2sp.org/tlog-proof@v1", text -> "\n" + text),
                proof(2, "extra BASE64", text -> text.replace("extra ", "extra  ")),
                proof(2, "extra BASE64", text -> text.replace("extra ", "extras ")),
                proof(3, "index NUMBER", text -> text.replace("index ", "Index ")),
                proof(3, "leading zeroes", text -> text.replace("index 2", "index 02")),
                proof(3, "2^63 - 1", text -> text.replace("index 2", "index 9223372036854775808")),
                proof(3, "in decimal", text -> text.replace("index 2", "index -2")),
                proof(3, "in decimal", text -> text.replace("index 2", "index \u0662")),
                proof(4, "a hash of 32 bytes", text -> line(text, 4, hash -> hash.substring(4))),
                proof(4, "a hash of 32 bytes", text -> line(text, 4, hash -> hash + " ")),
                proof(4, "a hash of 32 bytes", text -> line(text, 4, MalformedInputTest::otherBitsBeyond)),
                proof(7, "a hash of 32 bytes", text -> text.replaceFirst("\n\n", "\n")),
                proof(8, "the origin", text -> line(text, 8, origin -> "")),
                proof(9, "the tree size", text -> line(text, 9, size -> "5 ")),
                proof(9, "the tree size", text -> line(text, 9, size -> "+5")),
                proof(10, "a hash of 32 bytes", text -> line(text, 10, root -> root.replace("=", ""))),
                proof(10, "a tree without leaves", text -> line(text, 9, size -> "0")),
                proof(12, "\u2014 NAME BASE64", text -> line(text, 12, signature -> signature.replace("\u2014", "-"))),
                proof(12, "\u2014 NAME BASE64", text -> line(text, 12, signature -> signature + " more")),
                proof(
                        12,
                        "\u2014 NAME BASE64",
                        text -> line(text, 12, signature -> signature.replace("cation", "cat+on"))),
                proof(12, "\u2014 NAME BASE64", text -> line(text, 12, signature -> "\u2014 name AAAAAA==")),
                proof(12, "\u2014 NAME BASE64", text -> line(text, 12, signature -> "\u2014 na\u2003me AAAAAAA=")),
                proof(14, "a newline at the end", text -> text.substring(0, text.length() - 1)),
                proof(16, "\u2014 NAME BASE64", text -> text + "\n"),
                proof(9, "no control character", text -> line(text, 9, size -> size + "\r")),
                proof(
                        3,
                        "found the end",
                        text -> text.lines().limit(2).map(each -> each + "\n").reduce("", String::concat)),
                proof(
                        8,
                        "a checkpoint",
                        text -> text.lines().limit(7).map(each -> each + "\n").reduce("", String::concat)),
                proof(
                        11,
                        "an empty line between",
                        text -> text.lines().limit(10).map(each -> each + "\n").reduce("", String::concat)),
                proof(112, "at most 100 signatures", text -> text + "\u2014 name AAAAAAA=\n".repeat(98)));
    }

    @ParameterizedTest
    @MethodSource("malformed_proofs")
    void a_malformed_proof_is_refused_with_line_and_expectation(int line, String expected, String proof) {
        assertThatExceptionOfType(MalformedText.class)
                .isThrownBy(() -> TlogProof.parse(proof.getBytes(StandardCharsets.UTF_8)))
                .satisfies(malformed ->
                        assertThat(malformed.line()).as(malformed.getMessage()).isEqualTo(line))
                .withMessageStartingWith("line " + line + ": expected ")
                .withMessageContaining(expected);
    }

    @Test
    void bytes_that_are_no_utf8_and_texts_without_end_are_refused() {
        byte[] proof = PROOF.getBytes(StandardCharsets.UTF_8);
        proof[PROOF.indexOf("index")] = (byte) 0xff;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TlogProof.parse(proof))
                .withMessage("line 3: expected UTF-8, found \"\ufffd\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustPolicy.parse(new byte[] {'#', '\n', '#', (byte) 0xc3}))
                .withMessageStartingWith("line 2: expected UTF-8");
        assertThatIllegalArgumentException().isThrownBy(() -> TlogProof.parse(new byte[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Note.parse(new byte[Note.BYTES + 1]))
                .withMessageContaining("at most 1048576 bytes");
    }

    private static Arguments policy(int line, String expected, String policy) {
        return Arguments.of(line, expected, policy);
    }

    static Stream<Arguments> malformed_policies() {
        WitnessedLedger ledger = new WitnessedLedger();
        String log = "log " + ledger.log.verifierKey() + "\n";
        String health = "witness health " + ledger.health.verifierKey() + "\n";
        String social = "witness social " + ledger.social.verifierKey() + "\n";
        return Stream.of(
                policy(1, "found the end", ""),
                policy(2, "found the end", log),
                policy(1, "log, witness, group or quorum", "trust " + ledger.log.verifierKey()),
                policy(1, "log VKEY", "log"),
                policy(1, "log VKEY", "log a b c"),
                policy(1, "NAME+ID+KEY", "log name"),
                policy(1, "its id is", log.replaceFirst("\\+[0-9a-f]{8}", "+00000000")),
                policy(1, "32 bytes of key", "log a+00000000+AQID"),
                policy(1, "type 01 (log) or 04", "log a+00000000+Bg" + "A".repeat(42)),
                policy(1, "the key of a log", health.replace("witness health", "log")),
                policy(2, "each log's key once", log + log),
                policy(1, "the key of a witness", log.replace("log", "witness health")),
                policy(2, "each witness's key once", health + health.replace("witness health", "witness other")),
                policy(2, "a name that is not taken", health + social.replace("witness social", "witness health")),
                policy(1, "a name that is not taken", health.replace("witness health", "witness none")),
                policy(1, "of a line before", "quorum health\n" + health),
                policy(1, "of a line before", "group all 1 all"),
                policy(2, "of a line before", health + "group g any none"),
                policy(2, "from 1 to 1", health + "group g 2 health"),
                policy(2, "from 1 to 1", health + "group g 0 health"),
                policy(2, "group NAME", health + "group g any"),
                policy(3, "in one group only", health + "group g any health\ngroup h any health\n"),
                policy(2, "in one group only", health + "group g 2 health health"),
                policy(2, "one line", "quorum none\nquorum none\n"),
                policy(1, "one line", "quorum a b"),
                policy(1, "no control character", "quorum none\r\n"));
    }

    @ParameterizedTest
    @MethodSource("malformed_policies")
    void a_malformed_policy_is_refused_with_line_and_expectation(int line, String expected, String policy) {
        assertThatExceptionOfType(MalformedText.class)
                .isThrownBy(() -> TrustPolicy.parse(policy.getBytes(StandardCharsets.UTF_8)))
                .satisfies(malformed ->
                        assertThat(malformed.line()).as(malformed.getMessage()).isEqualTo(line))
                .withMessageContaining(expected);
    }

    private static String line(String text, int number, UnaryOperator<String> altered) {
        String[] lines = text.split("\n", -1);
        lines[number - 1] = altered.apply(lines[number - 1]);
        return String.join("\n", lines);
    }

    /** The same 32 bytes to a decoder that does not look at the last two bits. */
    private static String otherBitsBeyond(String hash) {
        char last = hash.charAt(42);
        return hash.substring(0, 42) + (char) (last + 1) + "=";
    }
}
