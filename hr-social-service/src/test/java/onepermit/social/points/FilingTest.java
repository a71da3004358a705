package onepermit.social.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.social.Office;
import onepermit.social.v1.FilingState;
import onepermit.social.v1.ListPointsFilingsRequest;
import onepermit.social.v1.ListPointsFilingsResponse;
import onepermit.social.v1.PointsFiling;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Rows D19 and D20: who files, what is told as missing, and by when the score is due. */
class FilingTest {
    private static final TalentCentre CENTRE = new TalentCentre();

    @AfterAll
    static void close() {
        CENTRE.close();
    }

    @Test
    void D19_a_firm_that_does_not_pay_the_insurance_cannot_file() {
        String stranger = SyntheticIds.man("1980-03-01");
        assertThat(refusedToFile(stranger, "2016-09-01").reason()).isEqualTo("EMPLOYER_DOES_NOT_PAY");

        CENTRE.insured(stranger, "2015-01", "2016-05");
        assertThat(refusedToFile(stranger, "2016-09-01").reason()).isEqualTo("EMPLOYER_DOES_NOT_PAY");

        CENTRE.insured(stranger, "2016-06", "2016-07");
        PointsFiling filing = CENTRE.file(stranger, "2016-09-01", Map.of());
        assertThat(filing.getState()).isEqualTo(FilingState.FILING_STATE_FILED);
        assertThat(filing.getEmployer()).isEqualTo(Office.SHOP);
        assertThat(filing.getDueOn()).isEmpty();
    }

    @Test
    void D19_a_flexible_worker_has_no_employer_that_files() {
        String flexible = SyntheticIds.man("1980-03-01");
        CENTRE.paid(flexible, "2016-01", "2016-08", "FLEXIBLE", 300_000, false);

        Refused refused = Refused.by(() -> CENTRE.points()
                .filePoints(CENTRE.filing(flexible, "2016-09-01", Map.of())
                        .setEmployer("FLEXIBLE")
                        .build()));

        assertThat(refused.reason()).isEqualTo("EMPLOYER_DOES_NOT_PAY");
    }

    @Test
    void a_second_filing_waits_for_the_first_and_a_repeated_one_is_the_same() {
        String holder = employee();
        var request = CENTRE.filing(holder, "2016-09-01", Map.of("graduate.fresh", "true"))
                .build();

        PointsFiling first = CENTRE.points().filePoints(request).getFiling();

        assertThat(CENTRE.points().filePoints(request).getFiling()).isEqualTo(first);
        assertThat(refusedToFile(holder, "2016-09-02").reason()).isEqualTo("FILING_OPEN");
    }

    @Test
    void D20_twenty_working_days_pass_over_the_holidays_of_october() {
        String holder = employee();
        CENTRE.insured(holder, "2025-07", "2025-08");

        PointsFiling filing =
                CENTRE.accept(holder, CENTRE.file(holder, "2025-09-15", Map.of()), "2025-09-15", TalentCentre.CLEAN);

        assertThat(filing.getState()).isEqualTo(FilingState.FILING_STATE_ACCEPTED);
        assertThat(filing.getDueOn()).isEqualTo("2025-10-17");
        assertThat(filing.getDueUncertain()).isFalse();
        assertThat(filing.getOverdue()).isTrue();
        assertThat(CENTRE.get(holder).getFiling().getOverdue()).isTrue();
    }

    @Test
    void D20_a_supervisor_sees_what_is_overdue_and_no_person_in_it() {
        String holder = employee();
        PointsFiling filing =
                CENTRE.accept(holder, CENTRE.file(holder, "2016-09-01", Map.of()), "2016-09-01", TalentCentre.CLEAN);

        ListPointsFilingsResponse all =
                list(ListPointsFilingsRequest.newBuilder().setPageSize(200));
        ListPointsFilingsResponse overdue =
                list(ListPointsFilingsRequest.newBuilder().setOverdueOnly(true).setPageSize(200));

        assertThat(overdue.getFilingsList()).extracting(PointsFiling::getId).contains(filing.getId());
        assertThat(overdue.getFilingsList()).allMatch(PointsFiling::getOverdue);
        assertThat(overdue.getOverdue()).isEqualTo(overdue.getFilingsCount());
        assertThat(all.getFilingsCount()).isGreaterThanOrEqualTo(overdue.getFilingsCount());
        assertThat(all.toString()).doesNotContain(holder);
        assertThat(CENTRE.office.service.bean(ReadPoints.class).overdue()).isEqualTo(overdue.getOverdue());

        ListPointsFilingsResponse page =
                list(ListPointsFilingsRequest.newBuilder().setPageSize(1));
        ListPointsFilingsResponse next =
                list(ListPointsFilingsRequest.newBuilder().setPageSize(200).setPageToken(page.getNextPageToken()));
        assertThat(next.getFilingsCount()).isEqualTo(all.getFilingsCount() - 1);
        assertThat(next.getFilingsList()).doesNotContain(page.getFilings(0));
    }

    @Test
    void one_notice_names_every_claim_without_a_finding() {
        String holder = employee();
        PointsFiling filing =
                CENTRE.file(holder, "2016-09-01", Map.of("education.level", "MASTER", "service.years", "6"));

        Refused refused = Refused.by(() -> CENTRE.accept(holder, filing, "2016-09-01", TalentCentre.CLEAN));

        assertThat(refused.reason()).isEqualTo("FINDINGS_MISSING");
        assertThat(refused.toString()).contains("education.level", "service.years");
    }

    @Test
    void what_lies_in_another_division_looks_like_nothing() {
        String holder = employee();
        PointsFiling filing = CENTRE.file(holder, "2016-09-01", Map.of());
        var elsewhere = CENTRE.points("social-insurance-officer", "310104");

        assertThat(Refused.by(() -> elsewhere.acceptPoints(CENTRE.acceptance(holder, filing, "2016-09-01", Map.of())
                                .build()))
                        .reason())
                .isEqualTo("FILING_NOT_FOUND");
        assertThat(Refused.by(() -> elsewhere.filePoints(
                                CENTRE.filing(holder, "2016-09-01", Map.of()).build()))
                        .reason())
                .isEqualTo("DIVISION");
    }

    @Test
    void bad_input_is_refused_by_its_field() {
        String holder = employee();
        PointsFiling filing = CENTRE.file(holder, "2016-09-01", Map.of());

        assertThat(Refused.by(() -> CENTRE.accept(holder, filing, "2016-08-31", Map.of()))
                        .reason())
                .isEqualTo("DATE_ORDER");
        assertThat(Refused.by(() -> CENTRE.accept(holder, filing, "2016-09-01", Map.of("graduate.fresh", "true")))
                        .reason())
                .isEqualTo("ITEM_UNKNOWN");
        assertThat(Refused.by(() -> CENTRE.accept(holder, filing, "2016-09-01", Map.of("deduction.crimes", "few")))
                        .reason())
                .isEqualTo("ITEM_VALUE");
        assertThat(refusedToFile(employee(), "2014-09-01").reason()).isEqualTo("NO_RULE_IN_FORCE");
        assertThat(Refused.by(() -> CENTRE.points()
                                .filePoints(CENTRE.filing(holder, "2016-09-01", Map.of("veto.seriousCrime", "false"))
                                        .build()))
                        .reason())
                .isEqualTo("ITEM_UNKNOWN");
        assertThat(Refused.by(() -> CENTRE.points()
                                .filePoints(CENTRE.filing(holder, "2016-09-01", Map.of())
                                        .setEmployer("91990101MA0000007X")
                                        .build()))
                        .fields())
                .containsExactly("employer");
    }

    private static String employee() {
        String id = SyntheticIds.man("1980-03-01");
        CENTRE.insured(id, "2016-01", "2016-08");
        return id;
    }

    private static Refused refusedToFile(String id, String on) {
        return Refused.by(
                () -> CENTRE.points().filePoints(CENTRE.filing(id, on, Map.of()).build()));
    }

    private static ListPointsFilingsResponse list(ListPointsFilingsRequest.Builder request) {
        return CENTRE.points("supervisor", "310000")
                .listPointsFilings(request.setDivision("310000").build());
    }
}
