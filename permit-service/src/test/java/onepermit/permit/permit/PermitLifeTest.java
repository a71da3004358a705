package onepermit.permit.permit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import java.util.UUID;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.permit.Officer;
import onepermit.permit.PermitOffice;
import onepermit.permit.v1.CheckApplicationRequest;
import onepermit.permit.v1.EndRegistrationRequest;
import onepermit.permit.v1.EndorseRequest;
import onepermit.permit.v1.GetPermitRequest;
import onepermit.permit.v1.GetPermitResponse;
import onepermit.permit.v1.GetResidenceRequest;
import onepermit.permit.v1.IssueRequest;
import onepermit.permit.v1.IssueResponse;
import onepermit.permit.v1.PermitFact;
import onepermit.permit.v1.PermitStatus;
import org.junit.jupiter.api.Test;

/** From decision to permit, endorsement and end; own facts alone, so that no neighbour is needed. */
class PermitLifeTest extends PermitOffice {
    @Test
    void a_permit_rests_on_an_eligible_decision_and_is_published_as_dates() throws InvalidProtocolBufferException {
        String citizen = resident("2023-01-06");

        IssueResponse issued = issue(citizen, decision(citizen, "2023-07-06"), "2023-07-10");

        assertThat(issued.getPermit().getNumber()).startsWith("350203-2023-");
        assertThat(issued.getPermit().getEndorsedTo()).isEqualTo("2024-07-10");
        assertThat(issued.getPermit().getStatus()).isEqualTo(PermitStatus.PERMIT_STATUS_SUSPENDED);
        PermitFact fact = PermitFact.parseFrom(service()
                .bean(Facts.class)
                .current("permit.status", key(citizen), "permit")
                .orElseThrow()
                .payload());
        assertThat(fact.getIssuedOn()).isEqualTo(20230710);
        assertThat(fact.toString()).doesNotContain(issued.getPermit().getNumber());
    }

    @Test
    void a_permit_is_endorsed_with_the_etag_of_what_was_read() {
        String citizen = resident("2023-01-06");
        issue(citizen, decision(citizen, "2023-07-06"), "2023-07-10");
        GetPermitResponse read = officer().permits().getPermit(reading(citizen));

        var endorsed = officer()
                .permits()
                .endorse(endorsement(citizen, read.getEtag(), "2024-07-01").build());
        Refused again = Refused.by(() -> officer()
                .permits()
                .endorse(endorsement(citizen, read.getEtag(), "2024-07-01").build()));

        assertThat(endorsed.getPermit().getEndorsedTo()).isEqualTo("2025-07-10");
        assertThat(again.reason()).isEqualTo("ETAG_MISMATCH");
    }

    @Test
    void one_person_has_one_valid_permit() {
        String citizen = resident("2026-01-06");
        String decision = decision(citizen, "2026-07-06");
        issue(citizen, decision, "2026-07-10");

        Refused refused = Refused.by(() -> issue(citizen, decision, "2026-07-11"));

        assertThat(refused.code()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(refused.reason()).isEqualTo("PERMIT_ALREADY_VALID");
    }

    @Test
    void nobody_is_issued_a_permit_on_another_persons_decision() {
        String decision = decision(resident("2023-01-06"), "2023-07-06");
        String other = resident("2023-01-06");

        Refused refused = Refused.by(() -> issue(other, decision, "2023-07-10"));

        assertThat(refused.reason()).isEqualTo("DECISION_UNKNOWN");
    }

    @Test
    void a_decision_that_is_not_eligible_issues_nothing() {
        String citizen = resident("2023-01-06");
        String tooEarly = decision(citizen, "2023-07-05");

        Refused refused = Refused.by(() -> issue(citizen, tooEarly, "2023-07-10"));

        assertThat(refused.reason()).isEqualTo("DECISION_NOT_ELIGIBLE");
    }

    @Test
    void a_permit_is_not_issued_before_it_was_applied_for() {
        String citizen = resident("2023-01-06");
        String decision = decision(citizen, "2023-07-06");

        assertThat(Refused.by(() -> issue(citizen, decision, "2023-07-05")).reason())
                .isEqualTo("DATE_ORDER");
    }

    @Test
    void local_hukou_ends_registration_and_permit() {
        String citizen = resident("2026-01-06");
        issue(citizen, decision(citizen, "2026-07-06"), "2026-07-10");
        String etag = officer()
                .registrations()
                .getResidence(GetResidenceRequest.newBuilder()
                        .setCitizenId(citizen)
                        .setContext(Officer.context(Purpose.PURPOSE_PERMIT_APPLICATION))
                        .build())
                .getEtag();

        officer()
                .registrations()
                .endRegistration(EndRegistrationRequest.newBuilder()
                        .setCitizenId(citizen)
                        .setTo("2026-08-01")
                        .setReason("LOCAL_HUKOU")
                        .setRequestId(UUID.randomUUID().toString())
                        .setEtag(etag)
                        .setContext(Officer.context(Purpose.PURPOSE_RESIDENCE_REGISTRATION))
                        .build());

        assertThat(officer().permits().getPermit(reading(citizen)).getPermit().getStatus())
                .isEqualTo(PermitStatus.PERMIT_STATUS_CANCELLED);
    }

    @Test
    void who_never_had_a_permit_is_not_found() {
        Refused refused = Refused.by(() -> officer().permits().getPermit(reading(SyntheticIds.man("1990-01-01"))));

        assertThat(refused.code()).isEqualTo(Code.NOT_FOUND);
        assertThat(refused.reason()).isEqualTo("PERMIT_NOT_FOUND");
    }

    /** Of another province, registered in Siming with a lease. */
    private String resident(String since) {
        String citizen = SyntheticIds.man("1990-01-01");
        load("person", "citizen_id,name,hukou_division", citizen + ",张三,430100");
        load("residence", "citizen_id,division,kind,from", citizen + ",350203,REGISTRATION," + since);
        load("dwelling", "citizen_id,division,kind,from", citizen + ",350203,REGISTERED_LEASE," + since);
        return citizen;
    }

    private String decision(String citizen, String on) {
        return officer()
                .permits()
                .checkApplication(CheckApplicationRequest.newBuilder()
                        .setCitizenId(citizen)
                        .setDivision("350203")
                        .setAppliedOn(on)
                        .setContext(Officer.context(Purpose.PURPOSE_PERMIT_APPLICATION))
                        .build())
                .getDecision()
                .getId();
    }

    private IssueResponse issue(String citizen, String decision, String on) {
        return officer()
                .permits()
                .issue(IssueRequest.newBuilder()
                        .setCitizenId(citizen)
                        .setDecisionId(decision)
                        .setIssuedOn(on)
                        .setRequestId(UUID.randomUUID().toString())
                        .setContext(Officer.context(Purpose.PURPOSE_PERMIT_APPLICATION))
                        .build());
    }

    private static EndorseRequest.Builder endorsement(String citizen, String etag, String on) {
        return EndorseRequest.newBuilder()
                .setCitizenId(citizen)
                .setEndorsedOn(on)
                .setEtag(etag)
                .setRequestId(UUID.randomUUID().toString())
                .setContext(Officer.context(Purpose.PURPOSE_PERMIT_APPLICATION));
    }

    private static GetPermitRequest reading(String citizen) {
        return GetPermitRequest.newBuilder()
                .setCitizenId(citizen)
                .setContext(Officer.context(Purpose.PURPOSE_PERMIT_APPLICATION))
                .build();
    }
}
