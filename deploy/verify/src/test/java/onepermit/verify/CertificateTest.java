package onepermit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.ledger.checkpoint.LogSigner;
import org.junit.jupiter.api.Test;

/** Certificates that the exchange signs, before both verifiers. */
class CertificateTest {
    private static final LogSigner SOCIAL = new LogSigner("onepermit/social", seed(1));
    private static final LogSigner EDUCATION = new LogSigner("onepermit/education", seed(2));
    private static final byte[] POLICY =
            ("log " + SOCIAL.verifierKey() + "\nlog " + EDUCATION.verifierKey() + "\nquorum none\n").getBytes(UTF_8);
    private static final List<String> LINES = List.of(
            "citizen-id 990101199506120117", "issued-at 2026-11-27T03:00:00Z", "paid 310000 PENSION 3 back-paid 0");

    @Test
    void a_certificate_is_valid_and_reads_as_it_was_signed() throws Exception {
        byte[] certificate = certificate(SOCIAL);

        assertThat(agreed(new Case("as signed", certificate, Optional.empty(), POLICY)))
                .isEqualTo(Outcome.VALID);
        assertThat(Verifier.verify(certificate, Optional.empty(), POLICY).text())
                .isEqualTo("VALID: signed by onepermit/social\nonepermit/social/contribution-certificate@v1\n"
                        + String.join("\n", LINES));
    }

    /** Row J06. */
    @Test
    void j06_an_electronic_permit_and_its_code_are_valid_for_both() throws Exception {
        var signer = new LogSigner("onepermit/permit", seed(4));
        byte[] policy = ("log " + signer.verifierKey() + "\nquorum none\n").getBytes(UTF_8);
        List<String> code = List.of("permit-number 350203-2024-00000001", "valid-to 2027-06-01");

        for (String kind : List.of("electronic-permit", "permit-code")) {
            byte[] permit = signer.certify(kind, code).toString().getBytes(UTF_8);
            byte[] longer = new String(permit, UTF_8).replace("2027", "2037").getBytes(UTF_8);
            assertThat(agreed(new Case(kind, permit, Optional.empty(), policy))).isEqualTo(Outcome.VALID);
            assertThat(agreed(new Case(kind + " made longer", longer, Optional.empty(), policy)))
                    .isEqualTo(Outcome.INVALID);
        }
    }

    @Test
    void a_certificate_with_any_byte_altered_or_cut_off_is_refused_by_both() throws Exception {
        byte[] certificate = certificate(SOCIAL);
        List<Case> cases = new ArrayList<>();
        for (int at = 0; at < certificate.length; at++) {
            for (int change : new int[] {0x01, 0x20, 0x80, 0x11}) {
                byte[] altered = certificate.clone();
                altered[at] ^= (byte) change;
                cases.add(new Case("byte " + at + " xor " + change, altered, Optional.empty(), POLICY));
            }
            cases.add(new Case("cut off at " + at, Arrays.copyOf(certificate, at), Optional.empty(), POLICY));
        }

        List<Integer> java = cases.stream().map(Case::code).toList();

        assertThat(java).doesNotContain(Outcome.VALID).contains(Outcome.INVALID, Outcome.MALFORMED);
        assertThat(Programs.codes(cases)).isEqualTo(java);
    }

    @Test
    void the_key_of_another_department_signs_no_certificate_of_this_one() throws Exception {
        String ofEducation = new String(certificate(EDUCATION), UTF_8);
        String forged = ofEducation.replace("onepermit/education/", "onepermit/social/");

        assertThat(agreed(new Case("of education", ofEducation.getBytes(UTF_8), Optional.empty(), POLICY)))
                .isEqualTo(Outcome.VALID);
        assertThat(agreed(new Case("renamed", forged.getBytes(UTF_8), Optional.empty(), POLICY)))
                .isEqualTo(Outcome.INVALID);
    }

    @Test
    void strangers_are_passed_over_and_prove_nothing_and_a_leaf_has_no_place_here() throws Exception {
        byte[] stranger = certificate(new LogSigner("onepermit/social", seed(3)));

        assertThat(agreed(new Case("stranger", stranger, Optional.empty(), POLICY)))
                .isEqualTo(Outcome.INVALID);
        assertThat(agreed(new Case("leaf", certificate(SOCIAL), Optional.of(new byte[1]), POLICY)))
                .isEqualTo(Outcome.MALFORMED);
    }

    private static int agreed(Case one) throws Exception {
        assertThat(Programs.codes(List.of(one))).containsExactly(one.code());
        return one.code();
    }

    private static byte[] certificate(LogSigner signer) {
        return signer.certify("contribution", LINES).toString().getBytes(UTF_8);
    }

    private static byte[] seed(int of) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) of);
        return seed;
    }
}
