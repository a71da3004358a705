package onepermit.education;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onepermit.education.school.School;
import onepermit.education.school.Schools;
import onepermit.education.school.Stage;
import onepermit.education.v1.EnrolRequest;
import onepermit.education.v1.RollServiceGrpc;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.testing.AccessMatrix;
import onepermit.exchange.testing.PersonMatrix;
import onepermit.exchange.testing.RunningService;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final String SIMING = "350203";
    private static final String JIMEI = "350211";
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(EducationServiceApplication.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void every_method_lets_in_whom_its_contract_names_for_the_purposes_it_names_and_nobody_else() {
        assertThat(new AccessMatrix(service.door("education"), SIMING).holds()).isGreaterThan(700);
    }

    @Test
    void whom_an_officer_may_not_see_is_to_him_as_somebody_nobody_knows() {
        service.bean(Schools.class).store(List.of(school(SIMING), school(JIMEI)));
        var people = new PersonMatrix.People() {
            @Override
            public String own() {
                return pupil(SIMING);
            }

            @Override
            public String foreign() {
                return pupil(JIMEI);
            }
        };
        var fields = Map.of(
                "division", SIMING, "school", "A-" + SIMING, "document_kind", "RESIDENCE_PROOF", "from", "2026-01-06");

        assertThat(new PersonMatrix(service.door("education"), people, SIMING, JIMEI, fields).holds())
                .isGreaterThan(400);
    }

    private static School school(String division) {
        return new School("A-" + division, "实验小学", new DivisionCode(division), Stage.PRIMARY, 90);
    }

    private String pupil(String division) {
        String pupil = SyntheticIds.man("2018-09-15");
        service.as("admission-officer", "education", division, RollServiceGrpc.newBlockingStub(service.channel()))
                .enrol(EnrolRequest.newBuilder()
                        .setCitizenId(pupil)
                        .setSchool("A-" + division)
                        .setStage("PRIMARY")
                        .setFrom(LocalDate.of(2025, 9, 1).toString())
                        .setRequestId(UUID.randomUUID().toString())
                        .setContext(RequestContext.newBuilder()
                                .setPurpose(Purpose.PURPOSE_SCHOOL_ROLL)
                                .setCaseRef("ROLL-1"))
                        .build());
        return pupil;
    }
}
