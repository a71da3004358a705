package onepermit.social.contribution;

import static onepermit.social.Office.SHOP;
import static onepermit.social.Office.XIAMEN;
import static onepermit.social.Office.batch;
import static onepermit.social.Office.context;
import static onepermit.social.Office.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import java.util.UUID;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.Purpose;
import onepermit.social.Office;
import onepermit.social.v1.ContributionYearFact;
import onepermit.social.v1.CorrectContributionRequest;
import onepermit.social.v1.CorrectedMonth;
import onepermit.social.v1.GetContributionHistoryResponse;
import onepermit.social.v1.InsuranceKind;
import onepermit.social.v1.MonthRun;
import onepermit.social.v1.PostContributionsRequest;
import onepermit.social.v1.PostContributionsResponse;
import onepermit.social.v1.RejectedContribution;
import org.junit.jupiter.api.Test;

/** Posting, reading and correcting contributions at the counter. */
class ContributionServiceTest {
    private final Office office = Office.open();
    private final String person = SyntheticIds.man("1990-01-01");

    @Test
    void lines_are_posted_duplicates_counted_and_bad_lines_answered_by_index() {
        PostContributionsRequest posting = batch().addLines(line(person, "2025-05"))
                .addLines(line("990101199506120118", "2025-05"))
                .addLines(line(person, "2099-05"))
                .addLines(line(person, "2025-13"))
                .addLines(line(person, "2025-05"))
                .addLines(line(person, "2025-06").setKindValue(42))
                .build();

        PostContributionsResponse answer = office.post(posting);

        assertThat(answer.getPosted()).isEqualTo(1);
        assertThat(answer.getDuplicates()).isEqualTo(1);
        assertThat(answer.getRejectedList())
                .extracting(
                        RejectedContribution::getIndex, RejectedContribution::getField, RejectedContribution::getReason)
                .containsExactly(
                        tuple(1, "citizen_id", "CITIZEN_ID_CHECK_DIGIT"),
                        tuple(2, "month", "DATE_FUTURE"),
                        tuple(3, "month", "MONTH_FORMAT"),
                        tuple(5, "kind", "ENUM_UNKNOWN"));
        assertThat(answer.toString()).doesNotContain("99010119950612011");
    }

    @Test
    void a_batch_sent_again_is_answered_again_and_posted_once() {
        PostContributionsRequest posting =
                batch().addLines(line(person, "2025-05")).build();
        PostContributionsResponse first = office.post(posting);
        long version = siMonths(2025).version();

        assertThat(office.post(posting)).isEqualTo(first);

        assertThat(siMonths(2025).version()).isEqualTo(version);
        Refused reused = Refused.by(() -> office.post(
                posting.toBuilder().addLines(line(person, "2025-06")).build()));
        assertThat(reused.reason()).isEqualTo("REQUEST_ID_REUSED");
    }

    @Test
    void several_batches_of_one_stream_are_summed() {
        PostContributionsResponse answer = office.post(
                batch().addLines(line(person, "2025-01")).build(),
                batch().setEmployer("FLEXIBLE")
                        .addLines(line(person, "2025-01"))
                        .build(),
                batch().addLines(line(person, "2025-01")).build());

        assertThat(answer.getPosted()).isEqualTo(2);
        assertThat(answer.getDuplicates()).isEqualTo(1);
        assertThat(office.history(person).getSeries(0).getTotalMonths()).isEqualTo(1);
    }

    @Test
    void the_history_names_runs_gaps_totals_and_the_current_employer() {
        office.post(batch().addLines(line(person, "2016-04"))
                .addLines(line(person, "2016-05"))
                .addLines(line(person, "2016-06").setBackPaid(true))
                .addLines(line(person, "2016-08"))
                .addLines(line(person, "2026-10"))
                .addLines(line(person, "2016-04").setKind(InsuranceKind.INSURANCE_KIND_MEDICAL))
                .build());

        GetContributionHistoryResponse history = office.history(person);

        assertThat(history.getCurrentEmployer()).isEqualTo(SHOP);
        assertThat(history.getSeriesList()).hasSize(2).first().satisfies(pension -> {
            assertThat(pension.getPlace()).isEqualTo(XIAMEN);
            assertThat(pension.getTotalMonths()).isEqualTo(5);
            assertThat(pension.getBackPaidMonths()).isEqualTo(1);
            assertThat(pension.getRunsList()).extracting(MonthRun::getMonths).containsExactly(3, 1, 1);
            assertThat(pension.getGaps(0).getFrom()).isEqualTo("2016-07");
            assertThat(pension.getGaps(0).getTo()).isEqualTo("2016-07");
        });
    }

    @Test
    void the_fact_holds_months_and_never_the_base() throws InvalidProtocolBufferException {
        office.post(batch().addLines(line(person, "2025-07"))
                .addLines(line(person, "2025-06").setBackPaid(true))
                .build());

        ContributionYearFact fact =
                ContributionYearFact.parseFrom(siMonths(2025).payload());

        assertThat(fact)
                .isEqualTo(ContributionYearFact.newBuilder()
                        .setPlace(XIAMEN)
                        .setKind(1)
                        .setYear(2025)
                        .setPaid(0b0110_0000)
                        .setBackPaid(0b0010_0000)
                        .build());
    }

    @Test
    void a_month_is_corrected_under_the_etag_that_was_read_and_history_keeps_what_stood() {
        office.post(batch().addLines(line(person, "2025-05")).build());
        String etag = office.history(person).getEtag();

        String after = office.contributions()
                .correctContribution(correction(etag)
                        .setReplace(CorrectedMonth.newBuilder()
                                .setEmployer("FLEXIBLE")
                                .setBaseFen(400_000)
                                .setBackPaid(true))
                        .build())
                .getEtag();

        assertThat(after).isNotEqualTo(etag).isEqualTo(office.history(person).getEtag());
        assertThat(office.history(person).getSeries(0).getBackPaidMonths()).isEqualTo(1);
        assertThat(office.jdbc.queryForMap(
                        "SELECT employer, base_fen, reason, changed_by FROM contribution_history WHERE person = ?",
                        office.key(person).bytes()))
                .containsEntry("employer", SHOP)
                .containsEntry("base_fen", 500_000L)
                .containsEntry("reason", "paid by herself")
                .containsEntry("changed_by", "officer-1");
        Refused old = Refused.by(() -> office.contributions()
                .correctContribution(correction(etag).setRemove(true).build()));
        assertThat(old.code()).isEqualTo(Code.ABORTED);
    }

    @Test
    void a_removed_month_is_no_longer_paid() throws InvalidProtocolBufferException {
        office.post(batch().addLines(line(person, "2025-05")).build());

        office.contributions()
                .correctContribution(correction(office.history(person).getEtag())
                        .setRemove(true)
                        .build());

        assertThat(office.history(person).getSeriesList()).isEmpty();
        assertThat(ContributionYearFact.parseFrom(siMonths(2025).payload()).getPaid())
                .isZero();
        Refused again = Refused.by(() -> office.contributions()
                .correctContribution(correction(office.history(person).getEtag())
                        .setRemove(true)
                        .build()));
        assertThat(again.reason()).isEqualTo("MONTH_NOT_POSTED");
    }

    @Test
    void a_correction_sent_twice_corrects_once() {
        office.post(batch().addLines(line(person, "2025-05")).build());
        CorrectContributionRequest removal =
                correction(office.history(person).getEtag()).setRemove(true).build();

        var first = office.contributions().correctContribution(removal);

        assertThat(office.contributions().correctContribution(removal)).isEqualTo(first);
        assertThat(refused(removal.toBuilder().setReason("for another reason")).reason())
                .isEqualTo("REQUEST_ID_REUSED");
        assertThat(office.history(person).getEtag()).isEqualTo(first.getEtag());
    }

    @Test
    void a_correction_that_cannot_be_is_refused_by_its_field_and_corrects_nothing() {
        office.post(batch().addLines(line(person, "2025-05")).build());
        String etag = office.history(person).getEtag();

        assertThat(refused(correction(etag).setRemove(true).setMonth("2025-13")).fields())
                .containsExactly("month");
        assertThat(refused(correction(etag).setRemove(true).setMonth("2025-06")).reason())
                .isEqualTo("MONTH_NOT_POSTED");
        assertThat(refused(correction(etag).setRemove(true).setKindValue(42)).reason())
                .isEqualTo("ENUM_UNKNOWN");
        assertThat(refused(correction(etag).setRemove(true).setPlace("420100")).reason())
                .isEqualTo("DIVISION");
        assertThat(refused(correction(etag).setRemove(true).setReason("")).fields())
                .containsExactly("reason");
        assertThat(refused(correction("").setRemove(true)).fields()).containsExactly("etag");
        assertThat(refused(correction(etag)).fields()).containsExactly("correction");
        assertThat(refused(correction(etag).setRemove(false)).reason()).isEqualTo("CORRECTION_MISSING");
        assertThat(refused(correction(etag)
                                .setReplace(CorrectedMonth.newBuilder().setEmployer("91990101MA0000008H")))
                        .reason())
                .isEqualTo("EMPLOYER_CHECK_DIGIT");
        assertThat(office.history(person).getEtag()).isEqualTo(etag);
    }

    private Refused refused(CorrectContributionRequest.Builder correction) {
        return Refused.by(() -> office.contributions().correctContribution(correction.build()));
    }

    @Test
    void every_answer_about_a_person_has_its_leaf() {
        long before = leaves();

        office.post(batch().addLines(line(person, "2025-05")).build());
        office.history(person);

        assertThat(leaves()).isEqualTo(before + 2);
    }

    private long leaves() {
        Long leaves = office.jdbc.queryForObject("SELECT count(*) FROM ledger_leaf", Long.class);
        return leaves == null ? 0 : leaves;
    }

    private FactRow siMonths(int year) {
        return office.service
                .bean(Facts.class)
                .current("si.months", office.key(person), XIAMEN + "/PENSION/" + year)
                .orElseThrow();
    }

    private CorrectContributionRequest.Builder correction(String etag) {
        return CorrectContributionRequest.newBuilder()
                .setCitizenId(person)
                .setPlace(XIAMEN)
                .setKind(InsuranceKind.INSURANCE_KIND_PENSION)
                .setMonth("2025-05")
                .setReason("paid by herself")
                .setRequestId(UUID.randomUUID().toString())
                .setEtag(etag)
                .setContext(context(Purpose.PURPOSE_CONTRIBUTION));
    }
}
