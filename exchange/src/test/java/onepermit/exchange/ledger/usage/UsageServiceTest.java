package onepermit.exchange.ledger.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import onepermit.exchange.access.Caller;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Receipt;
import onepermit.exchange.ledger.usage.Usages.Period;
import onepermit.exchange.testing.EducationRoad;
import onepermit.exchange.testing.Looks;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.RunningService;
import onepermit.exchange.v1.FindUsageRequest;
import onepermit.exchange.v1.FindUsageResponse;
import onepermit.exchange.v1.HeartbeatRequest;
import onepermit.exchange.v1.LedgerLeaf;
import onepermit.exchange.v1.Office;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.Usage;
import onepermit.exchange.v1.UsagePeriodRequest;
import onepermit.exchange.v1.UsageServiceGrpc;
import onepermit.exchange.v1.UsageServiceGrpc.UsageServiceBlockingStub;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/** A person asks one department who looked at her. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsageServiceTest {
    private static final Period ALWAYS = new Period(Instant.MIN, Instant.MAX);
    private final RunningService service = RunningService.start(EducationRoad.class);
    private final Ledger ledger = service.bean(Ledger.class);
    private final JdbcTemplate jdbc = service.bean(JdbcTemplate.class);
    private final People people = new People(41);

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void she_reads_which_office_looked_at_what_for_which_case_and_not_which_officer() {
        PersonKey child = people.next();
        PersonKey guardian = people.next();
        Receipt look = ledger.append(Looks.at(child, guardian).answered(new byte[] {1}));

        for (PersonKey person : List.of(child, guardian)) {
            FindUsageResponse found = find(person, FindUsageRequest.getDefaultInstance());
            Usage usage = found.getUsages(0);

            assertThat(found.getUsagesCount()).isEqualTo(1);
            assertThat(usage.getOffice())
                    .isEqualTo(Office.newBuilder()
                            .setDepartment("education")
                            .setRole("admission-officer")
                            .setDivision("350203")
                            .build());
            assertThat(usage.getAction().getZh()).isEqualTo("核验入学条件");
            assertThat(usage.getPurpose()).isEqualTo(Purpose.PURPOSE_SCHOOL_ADMISSION);
            assertThat(usage.getCaseRef()).isEqualTo("SM-2025-1");
            assertThat(usage.getDatasetsList())
                    .extracting(each -> each.getId() + " of " + each.getOwner() + ": "
                            + each.getName().getEn())
                    .allMatch(each -> each.matches("(residence.registration of permit|si.months of social): .+"));
            assertThat(usage.getLeaf()).isEqualTo(look.ref());
            assertThat(usage.getAnswered()).isTrue();
            assertThat(found.toString()).doesNotContain("officer-1");
        }
    }

    @Test
    void that_she_read_it_is_recorded_without_her_key_and_stands_in_the_next_list() throws Exception {
        PersonKey person = people.next();
        find(person, FindUsageRequest.getDefaultInstance());

        Usage read = find(person, FindUsageRequest.getDefaultInstance()).getUsages(0);

        assertThat(read.getOwn()).isTrue();
        LedgerLeaf leaf = LedgerLeaf.parseFrom(jdbc.queryForObject(
                "SELECT leaf FROM ledger_leaf WHERE index = ?",
                byte[].class,
                read.getLeaf().getIndex()));
        assertThat(leaf.getRole()).isEqualTo(Caller.RESIDENT);
        assertThat(leaf.toString()).doesNotContain(person.hex());
        assertThat(leaf.getOfficer()).isEmpty();
    }

    @Test
    void pages_join_without_a_gap_and_the_newest_comes_first() {
        PersonKey person = people.next();
        List<Long> looks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            looks.addFirst(ledger.append(Looks.at(person, person)).index());
            ledger.append(Looks.at(people.next()));
        }

        List<Long> found = new ArrayList<>();
        FindUsageResponse page =
                find(person, FindUsageRequest.newBuilder().setPageSize(2).build());
        while (true) {
            page.getUsagesList().forEach(each -> found.add(each.getLeaf().getIndex()));
            if (page.getNextPageToken().isEmpty()) {
                break;
            }
            page = find(
                    person,
                    FindUsageRequest.newBuilder()
                            .setPageSize(2)
                            .setPageToken(page.getNextPageToken())
                            .build());
        }

        assertThat(found).isEqualTo(looks);
    }

    @Test
    void a_period_leaves_out_what_is_before_and_after_it() {
        PersonKey person = people.next();
        ledger.append(Looks.at(person));
        Timestamp time =
                find(person, FindUsageRequest.getDefaultInstance()).getUsages(0).getTime();
        Timestamp later = time.toBuilder().setSeconds(time.getSeconds() + 3600).build();

        assertThat(find(person, FindUsageRequest.newBuilder().setTo(time).build())
                        .getUsagesList())
                .isEmpty();
        assertThat(find(person, FindUsageRequest.newBuilder().setFrom(later).build())
                        .getUsagesList())
                .isEmpty();
        assertThat(find(
                                person,
                                FindUsageRequest.newBuilder()
                                        .setFrom(time)
                                        .setTo(later)
                                        .build())
                        .getUsagesList())
                .extracting(Usage::getTime)
                .contains(time);
    }

    @Test
    void nobody_reads_anothers_and_no_officer_reads_any() {
        PersonKey person = people.next();
        ledger.append(Looks.at(person));

        assertThat(find(people.next(), FindUsageRequest.getDefaultInstance()).getUsagesList())
                .isEmpty();
        for (String role : List.of("supervisor", "auditor", "operator", "service")) {
            Refused refused =
                    Refused.by(() -> service.as(role, stub()).findUsage(FindUsageRequest.getDefaultInstance()));
            assertThat(refused.reason()).as(role).isEqualTo("ROLE");
        }
        Refused noKey =
                Refused.by(() -> service.as(Caller.RESIDENT, stub()).findUsage(FindUsageRequest.getDefaultInstance()));
        assertThat(noKey.code()).isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(noKey.reason()).isEqualTo("SUBJECT");
        Refused token = Refused.by(() ->
                find(person, FindUsageRequest.newBuilder().setPageToken("next").build()));
        assertThat(token.reason()).isEqualTo("PAGE_TOKEN");
    }

    @Test
    void nothing_leads_to_an_erased_person_any_more() {
        PersonKey person = people.next();
        ledger.append(Looks.at(person));
        jdbc.update("DELETE FROM ledger_salt WHERE person = ?", person.bytes());

        assertThat(find(person, FindUsageRequest.getDefaultInstance()).getUsagesList())
                .isEmpty();
    }

    @Test
    void a_withheld_kind_is_passed_over_whoever_looked_and_the_page_is_filled_behind_it() {
        PersonKey person = people.next();
        long shown = ledger.append(Looks.at(person).answered(new byte[] {1})).index();
        LongStream.range(0, 7).forEach(i -> ledger.append(Looks.at(person)));
        Usages withheld =
                new Usages(new UsageTable(jdbc), Processings.read("test.yaml", new ByteArrayInputStream("""
                processing:
                  - id: admission
                    methods: [onepermit.education.v1.AdmissionService/VerifyEligibility]
                    action: {zh: 甲, en: a}
                    basis: {zh: 法, en: law}
                    withheld: {zh: 保密的法, en: secrecy law}
                """.getBytes(
                                StandardCharsets.UTF_8))));
        find(person, FindUsageRequest.getDefaultInstance());

        assertThat(withheld.find(person, ALWAYS, Long.MAX_VALUE, 2).looks())
                .hasSize(1)
                .allMatch(look -> look.index() > shown && look.leaf().getRole().equals(Caller.RESIDENT));
    }

    @Test
    void anyone_may_ask_whether_it_can_be_read_and_from_when() {
        ledger.append(Looks.at(people.next()));

        assertThat(service.as("operator", stub())
                        .heartbeat(HeartbeatRequest.getDefaultInstance())
                        .getDepartment())
                .isEqualTo("education");
        var period = service.as("operator", stub()).usagePeriod(UsagePeriodRequest.getDefaultInstance());
        assertThat(period.getFrom().getSeconds()).isBetween(1L, period.getTo().getSeconds());
    }

    private FindUsageResponse find(PersonKey person, FindUsageRequest request) {
        return service.as(person, stub()).findUsage(request);
    }

    private UsageServiceBlockingStub stub() {
        return UsageServiceGrpc.newBlockingStub(service.channel());
    }
}
