package onepermit.exchange.erasure.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.ledger.Receipt;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Contexts;
import onepermit.exchange.testing.EducationRoad;
import onepermit.exchange.testing.Erasing;
import onepermit.exchange.testing.Looks;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.PermitRoad;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.RunningService;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.AuditLedgerRequest;
import onepermit.exchange.v1.ConfirmErasureRequest;
import onepermit.exchange.v1.ConfirmErasureResponse;
import onepermit.exchange.v1.ErasureServiceGrpc.ErasureServiceBlockingStub;
import onepermit.exchange.v1.LedgerLeaf;
import onepermit.exchange.v1.LedgerServiceGrpc;
import onepermit.exchange.v1.PersonTrace;
import onepermit.exchange.v1.ProveErasureResponse;
import onepermit.exchange.v1.TraceState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/** Public security erases; education reads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureServiceTest {
    private final RunningService permit = RunningService.start(PermitRoad.class);
    private final RunningService education = permit.beside(EducationRoad.class);
    private final Erasing erasing = new Erasing(permit, "permit");

    @AfterAll
    void close() {
        education.close();
        permit.close();
    }

    @Test
    void an_erased_person_leaves_the_readers_copy_and_every_leaf_and_the_ledger_stays_whole() throws Exception {
        String id = SyntheticIds.woman("1988-02-11");
        PersonKey person = key(id);
        new Owner(permit.context()).publish("350203", person);
        Await.until("the fact is at the reader", () -> facts(person) == 1);
        Receipt look = permit.bean(Ledger.class).append(Looks.at(person));
        assertThat(salts(person)).isEqualTo(1);

        ConfirmErasureResponse erased = erasing.erase(id);

        assertThat(erased.getKeptList()).isEmpty();
        Await.until("the fact has left the reader", () -> facts(person) == 0 && graves(person) == 1);
        assertThat(salts(person)).isZero();
        LedgerLeaf last = lastLeaf();
        assertThat(last.getMethod()).endsWith("ErasureService/ConfirmErasure");
        assertThat(last.getPersonsCount()).isEqualTo(1);
        assertThat(leaf(look.index()).getPersonsCount()).isEqualTo(1);
        assertThat(permit.as("operator", LedgerServiceGrpc.newBlockingStub(permit.channel()))
                        .auditLedger(AuditLedgerRequest.getDefaultInstance())
                        .hasFinding())
                .isFalse();
    }

    @Test
    void the_proof_names_every_place_and_says_until_when_topics_still_have_records() throws Exception {
        String id = SyntheticIds.man("1979-09-30");
        new Owner(permit.context()).publish("350203", key(id));
        assertThat(states(erasing.prove(id))).contains("published facts PRESENT");
        erasing.erase(id);
        Await.until("the outbox is empty", () -> new Owner(permit.context()).outboxRows() == 0);
        long leaves = leaves();

        ProveErasureResponse proof = erasing.prove(id);

        assertThat(states(proof))
                .contains(
                        "published facts ABSENT",
                        "outbox ABSENT",
                        "ledger, salts ABSENT",
                        "ledger, salts of looks since the erasure ABSENT",
                        "parked records ABSENT",
                        "table decision, persons ABSENT",
                        "topic " + permit.topic(Owner.DATASET) + " PENDING",
                        "topic " + permit.topic(Owner.DATASET) + ", tombstones PENDING",
                        "topic " + permit.topic("dwelling") + " ABSENT");
        PersonTrace topic = proof.getTracesList().stream()
                .filter(trace -> trace.getPlace().equals("topic " + permit.topic(Owner.DATASET)))
                .findFirst()
                .orElseThrow();
        assertThat(topic.getUntil().getSeconds() - proof.getErasedAt().getSeconds())
                .as("an hour until the segment is closed, a day until it is compacted")
                .isBetween(25 * 3600L - 60, 25 * 3600L + 60);
        assertThat(leaves()).isEqualTo(leaves + 1);
        assertThat(lastLeaf().getPersonsCount()).isZero();
    }

    @Test
    void nobody_erases_alone_nor_twice_nor_for_another_department() {
        String id = SyntheticIds.woman("1991-01-05");
        String erasure = erasing.request(id);
        ErasureServiceBlockingStub li = erasing.administrator("li");

        assertThat(Refused.by(() -> erasing.administrator("wang").confirmErasure(Erasing.confirming(erasure))))
                .returns("FOUR_EYES", Refused::reason)
                .returns(Status.Code.PERMISSION_DENIED, Refused::code);
        assertThat(Refused.by(() -> new Erasing(permit, "health").confirm(erasure)))
                .returns("DEPARTMENT", Refused::reason);
        assertThat(Refused.by(() ->
                        li.confirmErasure(Erasing.confirming(UUID.randomUUID().toString()))))
                .returns("ERASURE_UNKNOWN", Refused::reason)
                .returns(List.of("erasure_id"), Refused::fields);
        ConfirmErasureRequest once = Erasing.confirming(erasure);
        ConfirmErasureResponse done = li.confirmErasure(once);
        assertThat(li.confirmErasure(once)).isEqualTo(done);
        assertThat(Refused.by(() -> li.confirmErasure(Erasing.confirming(erasure))))
                .returns("ERASURE_DONE", Refused::reason);
    }

    @Test
    void of_somebody_unknown_the_answers_are_the_same() {
        String id = SyntheticIds.man("1960-12-24");

        assertThat(erasing.erase(id).getKeptList()).isEmpty();
        assertThat(erasing.prove(id).getTracesList())
                .filteredOn(trace -> !trace.getPlace().startsWith("stored answers"))
                .isNotEmpty()
                .allSatisfy(trace -> assertThat(trace.getState()).isEqualTo(TraceState.TRACE_STATE_ABSENT));
    }

    private static List<String> states(ProveErasureResponse proof) {
        return proof.getTracesList().stream()
                .map(trace -> trace.getPlace() + " " + trace.getState().name().replace("TRACE_STATE_", ""))
                .toList();
    }

    private PersonKey key(String citizenId) {
        return permit.bean(PersonKeys.class).of(permit.bean(CitizenIds.class).read("citizen_id", citizenId));
    }

    private int facts(PersonKey person) {
        return education
                .bean(FactReader.class)
                .read(List.of(person), Contexts.ADMISSION)
                .find(person, Owner.DATASET)
                .rows()
                .size();
    }

    private long graves(PersonKey person) {
        return count(education, "SELECT count(*) FROM replica WHERE person = ? AND payload IS NULL", person.bytes());
    }

    private long salts(PersonKey person) {
        return count(permit, "SELECT count(*) FROM ledger_salt WHERE person = ?", person.bytes());
    }

    private long leaves() {
        return count(permit, "SELECT next_index FROM ledger_head");
    }

    private LedgerLeaf lastLeaf() throws InvalidProtocolBufferException {
        return leaf(leaves() - 1);
    }

    private LedgerLeaf leaf(long index) throws InvalidProtocolBufferException {
        byte[] leaf = permit.bean(JdbcTemplate.class)
                .queryForObject("SELECT leaf FROM ledger_leaf WHERE index = ?", byte[].class, index);
        return LedgerLeaf.parseFrom(ByteString.copyFrom(Objects.requireNonNull(leaf)));
    }

    private static long count(RunningService service, String sql, Object... parameters) {
        Long count = service.bean(JdbcTemplate.class).queryForObject(sql, Long.class, parameters);
        return count == null ? 0 : count;
    }
}
