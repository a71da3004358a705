package onepermit.exchange.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import onepermit.exchange.access.Caller;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Look;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.EducationRoad;
import onepermit.exchange.testing.Looks;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.RunningService;
import onepermit.exchange.v1.AgreementServiceGrpc;
import onepermit.exchange.v1.AgreementTerms;
import onepermit.exchange.v1.DatasetGrant;
import onepermit.exchange.v1.DecisionServiceGrpc;
import onepermit.exchange.v1.GetDecisionRequest;
import onepermit.exchange.v1.LedgerLeaf;
import onepermit.exchange.v1.ListMonthsRequest;
import onepermit.exchange.v1.ListMonthsResponse;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RefusedAttempts;
import onepermit.exchange.v1.RequestAgreementRequest;
import onepermit.exchange.v1.RequestContext;
import onepermit.exchange.v1.SupervisionMonth;
import onepermit.exchange.v1.SupervisionServiceGrpc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/** What supervision reads of a running department. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupervisionTest {
    private static final YearMonth THIS = YearMonth.now(ZoneId.of("Asia/Shanghai"));
    private static final String CORRECT = "onepermit.social.v1.ContributionService/CorrectContribution";
    private final RunningService service =
            RunningService.start(EducationRoad.class, Map.of("onepermit.supervision.count-every", "50ms"));
    private final Ledger ledger = service.bean(Ledger.class);
    private final JdbcTemplate jdbc = service.bean(JdbcTemplate.class);
    private final People people = new People(43);

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void looks_corrections_and_stopped_looks_are_counted_once_each_whoever_they_were_about() {
        SupervisionMonth before = counted();
        Look look = Looks.at(people.next(), people.next()).answered(new byte[] {1});
        ledger.append(look);
        ledger.append(Looks.at(people.next()));
        ledger.append(new Look(
                look.caller(), look.context(), CORRECT, List.of(people.next()), List.of("si.months"), new byte[] {1}));

        SupervisionMonth after = counted();

        assertThat(after.getLooks()).isEqualTo(before.getLooks() + 2);
        assertThat(after.getStopped()).isEqualTo(before.getStopped() + 1);
        assertThat(after.getCorrections()).isEqualTo(before.getCorrections() + 1);
    }

    @Test
    void an_attempt_that_is_refused_is_a_leaf_without_persons_and_counts_by_its_reason() throws Exception {
        Map<String, Long> before = refused(counted());
        Refused role = Refused.by(() -> service.as("integrator", decisions()).getDecision(question("TEST-7")));

        assertThat(role.reason()).isEqualTo("ROLE");
        Map<String, Long> after = refused(counted());
        assertThat(after.get("ROLE")).isEqualTo(before.getOrDefault("ROLE", 0L) + 1);
        LedgerLeaf leaf = last();
        assertThat(leaf.getRefusal()).isEqualTo("ROLE");
        assertThat(leaf.getMethod()).isEqualTo("onepermit.exchange.v1.DecisionService/GetDecision");
        assertThat(leaf.getRole()).isEqualTo("integrator");
        assertThat(leaf.getPersonsCount()).isZero();
    }

    @Test
    void a_request_for_an_agreement_counts_in_the_month_of_its_last_day_and_is_not_overdue_before_it() {
        long before = due();
        service.as("administrator", "permit", "", AgreementServiceGrpc.newBlockingStub(service.channel()))
                .requestAgreement(RequestAgreementRequest.newBuilder()
                        .setRequestId(UUID.randomUUID().toString())
                        .setTerms(AgreementTerms.newBuilder()
                                .addGrants(DatasetGrant.newBuilder().setDataset("enrolment.record"))
                                .addPurposes(Purpose.PURPOSE_CONTRIBUTION)
                                .setValidFrom("2030-01-01")
                                .setValidTo("2030-12-31"))
                        .setLegalBasis("《个人信息保护法》第三十四条")
                        .build());

        assertThat(due()).isEqualTo(before + 1);
        assertThat(months(THIS.minusMonths(1).toString(), THIS.plusMonths(2).toString())
                        .getMonthsList())
                .extracting(SupervisionMonth::getAnswersOverdue)
                .containsOnly(0L);
    }

    @Test
    void counting_begins_anew_where_it_was_emptied_and_comes_to_the_same() {
        SupervisionMonth before = counted();
        jdbc.execute("DELETE FROM supervision_count; UPDATE supervision_counted SET next_index = 0");

        assertThat(counted()).isEqualTo(before);
    }

    @Test
    void it_is_told_to_supervision_and_audit_alone_and_holds_nobody() {
        for (String role : List.of("operator", "administrator", Caller.RESIDENT)) {
            assertThat(Refused.by(() -> service.as(role, stub()).listMonths(ListMonthsRequest.getDefaultInstance()))
                            .reason())
                    .isEqualTo("ROLE");
        }
        ledger.append(Looks.at(people.next()));
        counted();

        assertThat(months(THIS.minusMonths(1).toString(), THIS.plusMonths(2).toString())
                        .toString())
                .doesNotContain("officer-1", "SM-2025-1");
    }

    /** Once all leaves are counted. */
    private SupervisionMonth counted() {
        Await.until(
                "all leaves are counted",
                () -> months("", "").getCounted()
                        >= Objects.requireNonNull(
                                jdbc.queryForObject("SELECT next_index FROM ledger_head", Long.class)));
        return total(months(THIS.minusMonths(1).toString(), THIS.plusMonths(2).toString()));
    }

    /** Looks of a test carry the clock of this machine, so all months are added up. */
    private static SupervisionMonth total(ListMonthsResponse months) {
        SupervisionMonth.Builder total = SupervisionMonth.newBuilder();
        Map<String, Long> refused = months.getMonthsList().stream()
                .flatMap(month -> month.getRefusedList().stream())
                .collect(Collectors.groupingBy(
                        RefusedAttempts::getReason, TreeMap::new, Collectors.summingLong(RefusedAttempts::getCount)));
        for (SupervisionMonth month : months.getMonthsList()) {
            total.setLooks(total.getLooks() + month.getLooks())
                    .setStopped(total.getStopped() + month.getStopped())
                    .setCorrections(total.getCorrections() + month.getCorrections());
        }
        refused.forEach((reason, count) ->
                total.addRefused(RefusedAttempts.newBuilder().setReason(reason).setCount(count)));
        return total.build();
    }

    private static Map<String, Long> refused(SupervisionMonth month) {
        return month.getRefusedList().stream()
                .collect(Collectors.toMap(RefusedAttempts::getReason, RefusedAttempts::getCount));
    }

    private long due() {
        return months(THIS.minusMonths(1).toString(), THIS.plusMonths(2).toString()).getMonthsList().stream()
                .mapToLong(SupervisionMonth::getAnswersDue)
                .sum();
    }

    private LedgerLeaf last() throws Exception {
        return LedgerLeaf.parseFrom(
                jdbc.queryForObject("SELECT leaf FROM ledger_leaf ORDER BY index DESC LIMIT 1", byte[].class));
    }

    private static GetDecisionRequest question(String id) {
        return GetDecisionRequest.newBuilder()
                .setId(id)
                .setContext(RequestContext.newBuilder()
                        .setPurpose(Purpose.PURPOSE_SCHOOL_ADMISSION)
                        .setCaseRef("TEST-1"))
                .build();
    }

    private DecisionServiceGrpc.DecisionServiceBlockingStub decisions() {
        return DecisionServiceGrpc.newBlockingStub(service.channel());
    }

    private ListMonthsResponse months(String from, String to) {
        return service.as("supervisor", stub())
                .listMonths(
                        ListMonthsRequest.newBuilder().setFrom(from).setTo(to).build());
    }

    private SupervisionServiceGrpc.SupervisionServiceBlockingStub stub() {
        return SupervisionServiceGrpc.newBlockingStub(service.channel());
    }
}
