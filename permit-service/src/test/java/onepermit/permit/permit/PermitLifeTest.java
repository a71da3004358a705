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
import onepermit.permit.v1.EndorseResponse;
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
    void a_request_sent_twice_issues_and_endorses_once() {
        String citizen = resident("2023-01-06");
        IssueRequest issuing =
                issuing(citizen, decision(citizen, "2023-07-06"), "2023-07-10").build();
        IssueResponse issued = officer().permits().issue(issuing);
        EndorseRequest endorsing =
                endorsement(citizen, issued.getEtag(), "2024-07-01").build();
        EndorseResponse endorsed = officer().permits().endorse(endorsing);

        assertThat(officer().permits().issue(issuing)).isEqualTo(issued);
        assertThat(officer().permits().endorse(endorsing)).isEqualTo(endorsed);
        assertThat(officer().permits().getPermit(reading(citizen)).getPermit()).isEqualTo(endorsed.getPermit());
        assertThat(Refused.by(() -> officer()
                                .permits()
                                .endorse(endorsing.toBuilder()
                                        .setEndorsedOn("2024-07-02")
                                        .build()))
                        .reason())
                .isEqualTo("REQUEST_ID_REUSED");
    }

    @Test
    void a_permit_of_another_division_looks_like_none() {
        String citizen = resident("2023-01-06");
        IssueResponse issued = issue(citizen, decision(citizen, "2023-07-06"), "2023-07-10");
        Officer elsewhere = officerOf("110000");

        Refused foreign = Refused.by(() -> elsewhere.permits().getPermit(reading(citizen)));
        Refused unknown = Refused.by(() -> elsewhere.permits().getPermit(reading(SyntheticIds.man("1990-01-01"))));
        assertThat(foreign).isEqualTo(unknown);
        assertThat(foreign.reason()).isEqualTo("PERMIT_NOT_FOUND");
        assertThat(Refused.by(() -> elsewhere
                        .permits()
                        .endorse(endorsement(citizen, issued.getEtag(), "2024-07-01")
                                .build())))
                .isEqualTo(unknown);
        assertThat(officerOf("350200").permits().getPermit(reading(citizen)).getPermit())
                .isEqualTo(issued.getPermit());
    }

    @Test
    void a_day_to_come_a_foreign_division_or_no_etag_changes_nothing() {
        String citizen = resident("2023-01-06");
        String decision = decision(citizen, "2023-07-06");
        assertThat(Refused.by(() -> issue(citizen, decision, "2999-01-01")).reason())
                .isEqualTo("DATE_FUTURE");
        assertThat(Refused.by(() -> officerOf("110000")
                                .permits()
                                .issue(issuing(citizen, decision, "2023-07-10").build()))
                        .reason())
                .isEqualTo("DECISION_UNKNOWN");
        IssueResponse issued = issue(citizen, decision, "2023-07-10");

        assertThat(refusedEndorsement(endorsement(citizen, issued.getEtag(), "2999-01-01"))
                        .reason())
                .isEqualTo("DATE_FUTURE");
        assertThat(refusedEndorsement(endorsement(citizen, issued.getEtag(), "2024-05-01"))
                        .reason())
                .isEqualTo("ENDORSEMENT_TOO_EARLY");
        assertThat(refusedEndorsement(endorsement(citizen, "", "2024-07-01")).fields())
                .containsExactly("etag");
        assertThat(officer().permits().getPermit(reading(citizen)).getEtag()).isEqualTo(issued.getEtag());
    }

    @Test
    void an_application_of_a_day_to_come_a_place_that_is_none_or_in_the_own_name_twice_is_refused() {
        String citizen = SyntheticIds.man("1990-01-01");

        assertThat(refusedCheck(checking(citizen, "2999-01-01")).reason()).isEqualTo("DATE_FUTURE");
        assertThat(refusedCheck(checking(citizen, "2025-02-30")).reason()).isEqualTo("DATE_FORMAT");
        assertThat(refusedCheck(checking(citizen, "2023-07-06").setDivision("359999"))
                        .reason())
                .isEqualTo("DIVISION_UNKNOWN");
        assertThat(refusedCheck(checking(citizen, "2023-07-06").setHostId(citizen))
                        .reason())
                .isEqualTo("HOST_IS_APPLICANT");
        assertThat(refusedCheck(checking("990302202113010138", "2023-07-06")).reason())
                .isEqualTo("CITIZEN_ID_BIRTH_DATE");
        assertThat(refusedCheck(checking(citizen, "2023-07-06").setContext(Officer.context(Purpose.PURPOSE_PENSION)))
                        .reason())
                .isEqualTo("PURPOSE");
    }

    private Refused refusedCheck(CheckApplicationRequest.Builder checking) {
        return Refused.by(() -> officer().permits().checkApplication(checking.build()));
    }

    private Refused refusedEndorsement(EndorseRequest.Builder endorsement) {
        return Refused.by(() -> officer().permits().endorse(endorsement.build()));
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
                .checkApplication(checking(citizen, on).build())
                .getDecision()
                .getId();
    }

    private static CheckApplicationRequest.Builder checking(String citizen, String on) {
        return CheckApplicationRequest.newBuilder()
                .setCitizenId(citizen)
                .setDivision("350203")
                .setAppliedOn(on)
                .setContext(Officer.context(Purpose.PURPOSE_PERMIT_APPLICATION));
    }

    private IssueResponse issue(String citizen, String decision, String on) {
        return officer().permits().issue(issuing(citizen, decision, on).build());
    }

    private static IssueRequest.Builder issuing(String citizen, String decision, String on) {
        return IssueRequest.newBuilder()
                .setCitizenId(citizen)
                .setDecisionId(decision)
                .setIssuedOn(on)
                .setRequestId(UUID.randomUUID().toString())
                .setContext(Officer.context(Purpose.PURPOSE_PERMIT_APPLICATION));
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
