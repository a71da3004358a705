package onepermit.permit.permit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import onepermit.exchange.ledger.checkpoint.Note;
import onepermit.exchange.ledger.checkpoint.TrustPolicy;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.testing.TestInfrastructure;
import onepermit.exchange.v1.Purpose;
import onepermit.permit.Officer;
import onepermit.permit.PermitOffice;
import onepermit.permit.v1.ElectronicPermit;
import onepermit.permit.v1.IssueElectronicPermitRequest;
import org.junit.jupiter.api.Test;

/** Row J06: an electronic permit that whoever has the department's public key can check. */
class ElectronicPermitTest extends PermitOffice {
    private final String holder = SyntheticIds.man("1990-01-01");
    private final String number = "E" + holder.hashCode();

    @Test
    void j06_it_says_what_is_on_record_and_is_signed_with_the_key_of_the_departments_ledger() throws Exception {
        load("person", "citizen_id,name,hukou_division", holder + ",张三,430100");
        load(
                "residence",
                "citizen_id,division,address,kind,from,to",
                holder + ",350203,湖滨南路1号,REGISTRATION,2020-01-01,");
        permit("2099-06-01", "");

        ElectronicPermit electronic = issue(officerOf("350203"));

        Note permit = note(electronic.getPermit());
        assertThat(permit.text().lines())
                .startsWith(
                        "onepermit/permit/electronic-permit-certificate@v1",
                        "permit-number " + number,
                        "authority-division 350203",
                        "issued-on 2024-06-01",
                        "valid-to 2099-06-01")
                .endsWith(
                        "class ORDINARY",
                        "citizen-id " + holder,
                        "sex MALE",
                        "born 1990-01-01",
                        "name 张三",
                        "residence-division 350203",
                        "residence-address 湖滨南路1号");
        assertThat(permit.text()).doesNotContain("ACTIVE");
        assertThat(signed(permit)).isTrue();
    }

    @Test
    void j06_the_code_fits_a_qr_code_and_names_nobody_and_no_address() throws Exception {
        permit("2099-06-01", "");

        Note code = note(issue(officerOf("350203")).getCode());

        assertThat(code.text()).doesNotContain(holder, "citizen", "address");
        assertThat(code.text()).contains("permit-number " + number, "valid-to 2099-06-01");
        assertThat(code.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(700);
        assertThat(signed(code)).isTrue();
    }

    @Test
    void a_changed_date_is_not_what_was_signed() throws Exception {
        permit("2099-06-01", "");

        Note changed = note(issue(officerOf("350203")).getPermit().replace("2099-06-01", "2199-06-01"));

        assertThat(signed(changed)).isFalse();
    }

    @Test
    void a_suspended_or_an_ended_permit_is_given_to_nobody_and_a_foreign_one_looks_like_none() {
        permit("2025-06-01", "");
        assertThat(Refused.by(() -> issue(officerOf("350203"))).reason()).isEqualTo("PERMIT_NOT_ACTIVE");
        permit("2099-06-01", "2025-01-01");
        assertThat(Refused.by(() -> issue(officerOf("350203"))).reason()).isEqualTo("PERMIT_NOT_ACTIVE");
        assertThat(Refused.by(() -> issue(officerOf("110000"))).reason()).isEqualTo("PERMIT_NOT_FOUND");
    }

    private void permit(String endorsedTo, String cancelled) {
        load(
                "permit",
                "citizen_id,number,division,issued_on,endorsed_to,cancelled_on",
                String.join(",", holder, number, "350203", "2024-06-01", endorsedTo, cancelled));
    }

    private ElectronicPermit issue(Officer officer) {
        return officer.permits()
                .issueElectronicPermit(IssueElectronicPermitRequest.newBuilder()
                        .setCitizenId(holder)
                        .setContext(Officer.context(Purpose.PURPOSE_PERMIT_APPLICATION))
                        .build())
                .getElectronicPermit();
    }

    private static Note note(String text) {
        return Note.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean signed(Note note) throws Exception {
        TrustPolicy policy =
                TrustPolicy.parse(Files.readAllBytes(TestInfrastructure.keys().resolve("ledger.policy")));
        return policy.logs().stream()
                .filter(key -> key.name().equals("onepermit/permit"))
                .anyMatch(key -> note.signatures().stream().anyMatch(line -> key.verifies(note.text(), line)));
    }
}
