package onepermit.social.contribution;

import static onepermit.social.Office.context;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import onepermit.exchange.ledger.checkpoint.Note;
import onepermit.exchange.ledger.checkpoint.TrustPolicy;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.testing.TestInfrastructure;
import onepermit.exchange.v1.Purpose;
import onepermit.social.Office;
import onepermit.social.v1.InsuranceKind;
import onepermit.social.v1.IssueContributionCertificateRequest;
import org.junit.jupiter.api.Test;

/** A certificate that replaces the paper: whoever has the department's public key can check it. */
class CertificateTest {
    private static final Office OFFICE = Office.open();

    @Test
    void it_tells_the_months_and_is_signed_with_the_key_of_the_departments_ledger() throws Exception {
        String person = insured();

        String certificate = issue(Office.XIAMEN, person, InsuranceKind.INSURANCE_KIND_PENSION);

        Note note = Note.parse(certificate.getBytes(StandardCharsets.UTF_8));
        assertThat(note.text().lines())
                .startsWith("onepermit/social/contribution-certificate@v1", "citizen-id " + person)
                .endsWith("paid 350200 PENSION 3 back-paid 1", "run 2024-01 2024-02", "run 2024-04 2024-04");
        assertThat(note.text()).doesNotContain(Office.SHOP, "500000");
        assertThat(signed(note)).isTrue();
    }

    @Test
    void a_changed_line_is_not_what_was_signed() throws Exception {
        String certificate = issue(Office.XIAMEN, insured(), InsuranceKind.INSURANCE_KIND_UNSPECIFIED);

        Note changed = Note.parse(certificate.replace("PENSION 3", "PENSION 9").getBytes(StandardCharsets.UTF_8));

        assertThat(signed(changed)).isFalse();
    }

    @Test
    void where_nothing_was_paid_there_is_none() {
        String person = insured();

        assertThat(Refused.by(() -> issue(Office.WUHAN, person, InsuranceKind.INSURANCE_KIND_PENSION))
                        .reason())
                .isEqualTo("CONTRIBUTIONS_NOT_FOUND");
        assertThat(Refused.by(() -> issue(
                                Office.XIAMEN, SyntheticIds.man("1990-01-01"), InsuranceKind.INSURANCE_KIND_PENSION))
                        .reason())
                .isEqualTo("CONTRIBUTIONS_NOT_FOUND");
    }

    private static boolean signed(Note note) throws Exception {
        TrustPolicy policy =
                TrustPolicy.parse(Files.readAllBytes(TestInfrastructure.keys().resolve("ledger.policy")));
        return policy.logs().stream()
                .filter(key -> key.name().equals("onepermit/social"))
                .anyMatch(key -> note.signatures().stream().anyMatch(line -> key.verifies(note.text(), line)));
    }

    private static String issue(String division, String person, InsuranceKind kind) {
        return OFFICE.contributions(division)
                .issueContributionCertificate(IssueContributionCertificateRequest.newBuilder()
                        .setCitizenId(person)
                        .setKind(kind)
                        .setContext(context(Purpose.PURPOSE_CONTRIBUTION))
                        .build())
                .getCertificate();
    }

    private static String insured() {
        String id = SyntheticIds.man("1990-01-01");
        assertThat(OFFICE.load(
                        "contribution",
                        List.of(
                                "citizen_id,place,kind,month,employer,base_fen,back_paid",
                                id + ",350200,PENSION,2024-01," + Office.SHOP + ",500000,false",
                                id + ",350200,PENSION,2024-02," + Office.SHOP + ",500000,false",
                                id + ",350200,PENSION,2024-04," + Office.SHOP + ",500000,true")))
                .isEmpty();
        return id;
    }
}
