package onepermit.permit.permit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.Officer;
import onepermit.permit.PermitOffice;
import onepermit.permit.v1.CancelRequest;
import onepermit.permit.v1.GetPermitRequest;
import onepermit.permit.v1.GetPermitResponse;
import onepermit.permit.v1.PermitFact;
import onepermit.permit.v1.PermitStatus;
import onepermit.permit.v1.ReplaceRequest;
import org.junit.jupiter.api.Test;

/** How a card and a permit end. */
class PermitEndTest extends PermitOffice {
    private static final RequestContext CONTEXT = Officer.context(Purpose.PURPOSE_PERMIT_APPLICATION);

    @Test
    void a_lost_card_is_replaced_by_another_number_and_nothing_else_changes() throws Exception {
        String citizen = holder("350203");
        GetPermitResponse before = read(citizen);

        var replaced = officer()
                .permits()
                .replace(ReplaceRequest.newBuilder()
                        .setCitizenId(citizen)
                        .setReason("LOST")
                        .setReplacedOn("2026-09-01")
                        .setEtag(before.getEtag())
                        .setRequestId(UUID.randomUUID().toString())
                        .setContext(CONTEXT)
                        .build());

        assertThat(replaced.getPermit().getNumber())
                .startsWith("350203-2026-")
                .isNotEqualTo(before.getPermit().getNumber());
        assertThat(replaced.getPermit().toBuilder()
                        .setNumber(before.getPermit().getNumber())
                        .build())
                .isEqualTo(before.getPermit());
        assertThat(read(citizen).getPermit()).isEqualTo(replaced.getPermit());
        assertThat(fact(citizen).getEndorsedTo()).isEqualTo(20270101);
        assertThat(fact(citizen).getCancelledOn()).isZero();
    }

    /** An adverse act has officer, explanation and article. */
    @Test
    void a_permit_obtained_by_false_papers_is_revoked_by_an_officer() throws Exception {
        String citizen = holder("350203");
        CancelRequest revoking = CancelRequest.newBuilder()
                .setCitizenId(citizen)
                .setReason("FRAUD_REVOKED")
                .setExplanation("提交的租赁合同系伪造")
                .setArticle("国务院令第663号 第十八条")
                .setCancelledOn("2026-09-01")
                .setEtag(read(citizen).getEtag())
                .setRequestId(UUID.randomUUID().toString())
                .setContext(CONTEXT)
                .build();

        var revoked = officer().permits().cancel(revoking);

        assertThat(revoked.getPermit().getStatus()).isEqualTo(PermitStatus.PERMIT_STATUS_CANCELLED);
        assertThat(revoked.getPermit().getEnding().getReason()).isEqualTo("FRAUD_REVOKED");
        assertThat(revoked.getPermit().getEnding().getOfficer()).isNotEmpty();
        assertThat(fact(citizen).getCancelledOn()).isEqualTo(20260901);
        assertThat(officer().permits().cancel(revoking)).isEqualTo(revoked);
        assertThat(Refused.by(() -> officer()
                                .permits()
                                .cancel(revoking.toBuilder()
                                        .setEtag(revoked.getEtag())
                                        .setRequestId(UUID.randomUUID().toString())
                                        .build()))
                        .reason())
                .isEqualTo("PERMIT_CANCELLED");
        assertThat(Refused.by(() -> officerOf("110000")
                                .permits()
                                .cancel(revoking.toBuilder()
                                        .setRequestId(UUID.randomUUID().toString())
                                        .build()))
                        .reason())
                .isEqualTo("PERMIT_NOT_FOUND");
    }

    /** Scenario 36, K06: who is granted hukou in the city of the permit needs none. */
    @Test
    void k06_local_hukou_ends_the_permit_on_its_day() throws Exception {
        String citizen = holder("350203");
        String elsewhere = holder("350203");

        load(
                "person",
                "citizen_id,name,hukou_division,hukou_since",
                citizen + ",张三,350206,2026-06-01",
                elsewhere + ",李四,110112,2026-06-01");

        assertThat(read(citizen).getPermit().getEnding().getReason()).isEqualTo("LOCAL_HUKOU");
        assertThat(fact(citizen).getCancelledOn()).isEqualTo(20260601);
        assertThat(read(elsewhere).getPermit().hasEnding()).isFalse();
    }

    @Test
    void the_day_on_which_a_permit_of_shanghai_lapses_is_published() throws Exception {
        assertThat(fact(holder("310000")).getLapsesOn()).isEqualTo(20270303);
        assertThat(fact(holder("350203")).getLapsesOn()).isZero();
    }

    /** E01: the class is what public security has on record. */
    @Test
    void e01_a_permit_of_cixi_has_its_class() throws Exception {
        String citizen = SyntheticIds.man("1990-01-01");
        load(
                "permit",
                "citizen_id,division,number,issued_on,endorsed_to,class",
                citizen + ",330282,CX-" + UUID.randomUUID() + ",2015-01-01,2016-01-01,技术员工居住证");

        assertThat(read(citizen).getPermit().getPermitClass()).isEqualTo("SKILLED");
        assertThat(fact(citizen).getPermitClass()).isEqualTo("SKILLED");
    }

    private String holder(String division) {
        String citizen = SyntheticIds.man("1990-01-01");
        load(
                "permit",
                "citizen_id,division,number,issued_on,endorsed_to",
                citizen + "," + division + ",P-" + UUID.randomUUID() + ",2024-01-01,2027-01-01");
        return citizen;
    }

    private GetPermitResponse read(String citizen) {
        return officer()
                .permits()
                .getPermit(GetPermitRequest.newBuilder()
                        .setCitizenId(citizen)
                        .setContext(CONTEXT)
                        .build());
    }

    private PermitFact fact(String citizen) throws Exception {
        PersonKey person = key(citizen);
        FactRow row = service()
                .bean(FactReader.class)
                .readOwn(List.of(person))
                .find(person, "permit.status")
                .rows()
                .getFirst();
        return PermitFact.parseFrom(row.payload());
    }
}
