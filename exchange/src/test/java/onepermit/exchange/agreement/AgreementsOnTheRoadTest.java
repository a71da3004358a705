package onepermit.exchange.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.Agreed;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.Finding;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Contexts;
import onepermit.exchange.testing.EducationRoad;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.PermitRoad;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.RunningService;
import onepermit.exchange.v1.AgreementServiceGrpc;
import onepermit.exchange.v1.AgreementServiceGrpc.AgreementServiceBlockingStub;
import onepermit.exchange.v1.AgreementTerms;
import onepermit.exchange.v1.DatasetGrant;
import onepermit.exchange.v1.FactsServiceGrpc;
import onepermit.exchange.v1.GetAgreementRequest;
import onepermit.exchange.v1.GetFactsRequest;
import onepermit.exchange.v1.NarrowAgreementRequest;
import onepermit.exchange.v1.ResumeAgreementRequest;
import onepermit.exchange.v1.RevokeAgreementRequest;
import onepermit.exchange.v1.SharingAgreement;
import onepermit.exchange.v1.SuspendAgreementRequest;
import onepermit.exchange.v1.WatchRequest;
import onepermit.exchange.v1.WatchResponse;
import onepermit.permit.v1.Dwelling;
import onepermit.permit.v1.DwellingFact;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.JdbcTemplate;

/** What public security does to an agreement is so at education's within a second, by every way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AgreementsOnTheRoadTest {
    private static final String ADMISSION = "permit-education-admission";
    private static final int ROUNDS = 9;

    private final RunningService permit = RunningService.start(PermitRoad.class);
    private final RunningService education =
            permit.beside(EducationRoad.class, Map.of("onepermit.replica.purge-after", "1s"));
    private final AgreementServiceBlockingStub owner =
            permit.as("administrator", "permit", "", AgreementServiceGrpc.newBlockingStub(permit.channel()));
    private final People people = new People(91);
    private final PersonKey person = people.next();

    @AfterAll
    void close() {
        education.close();
        permit.close();
    }

    @Test
    @Order(1)
    void a_suspension_and_its_end_are_known_to_the_reader_within_a_second() {
        new Owner(permit.context())
                .publish(List.of(Owner.hukou(person, "350203"), dwelling("PURCHASED"), dwellingOfAnother()));
        Await.until("the facts are given", () -> find("dwelling").rows().size() == 1);

        long[] millis = LongStream.range(0, ROUNDS)
                .map(round -> Math.max(suspension(), resumption()))
                .sorted()
                .toArray();

        System.out.printf(
                "agreement change, owner's answer to reader's refusal: median %d ms, longest %d ms of %d%n",
                millis[ROUNDS / 2], millis[ROUNDS - 1], 2 * ROUNDS);
        assertThat(millis[ROUNDS / 2]).isLessThan(1_000);
    }

    @Test
    @Order(2)
    void fields_that_are_not_given_are_absent_from_answer_replica_and_owners_answer() {
        narrow(DatasetGrant.newBuilder().setDataset("dwelling").addFields("dwellings.kind"));

        DwellingFact kind = DwellingFact.newBuilder()
                .addDwellings(Dwelling.newBuilder().setKind("PURCHASED"))
                .build();
        Await.until("the answer is cut", () -> payload(find("dwelling")).equals(kind));
        assertThat(parsed(facts("dwelling"))).isEqualTo(kind);
        Await.until(
                "the copy is made anew without them",
                () -> copies("dwelling").stream()
                        .allMatch(copy -> !copy.getDwellings(0).getDivision().equals("350203")));
        assertThat(payload(find("dwelling"))).isEqualTo(kind);
        assertThat(find("hukou.place").agreed()).as("what was left out").isEqualTo(Agreed.DENIED);
    }

    @Test
    @Order(3)
    void a_revocation_ends_streams_and_answers_and_the_copy_is_deleted() {
        Iterator<WatchResponse> watch = permit.as(
                        "service", "education", "", FactsServiceGrpc.newBlockingStub(permit.channel()))
                .watch(WatchRequest.newBuilder().setDataset("dwelling").build());
        assertThat(watch.next().getCursor()).isNotEmpty();

        owner.revokeAgreement(RevokeAgreementRequest.newBuilder()
                .setRequestId(uuid())
                .setId(ADMISSION)
                .setEtag(etag())
                .setReason("不再需要")
                .build());

        assertThat(Refused.by(() -> facts("dwelling")).reason()).isEqualTo("NOT_AGREED");
        assertThat(Refused.by(() -> watch.forEachRemaining(step -> {})).reason())
                .isEqualTo("NOT_AGREED");
        Await.until("denied", () -> find("dwelling").agreed() == Agreed.DENIED);
        assertThat(find("dwelling").rows()).isEmpty();
        assertThat(find("dwelling").fresh(Duration.ofDays(1)))
                .as("no rows is no no")
                .isFalse();
        Await.until("an empty copy is in its place", () -> copies("dwelling").isEmpty());
        assertThat(education
                        .bean(JdbcTemplate.class)
                        .queryForObject(
                                "SELECT count(*) FROM replica_slot WHERE dataset = 'dwelling' AND state = 'RETIRED'",
                                Long.class))
                .as("the old one waits for its rows to be deleted")
                .isPositive();
        assertThat(find("name.tag").agreed()).isEqualTo(Agreed.DENIED);
    }

    private long suspension() {
        return until(
                Agreed.DENIED,
                () -> owner.suspendAgreement(SuspendAgreementRequest.newBuilder()
                        .setRequestId(uuid())
                        .setId(ADMISSION)
                        .setEtag(etag())
                        .setReason("核查")
                        .build()));
    }

    private long resumption() {
        return until(
                Agreed.GIVEN,
                () -> owner.resumeAgreement(ResumeAgreementRequest.newBuilder()
                        .setRequestId(uuid())
                        .setId(ADMISSION)
                        .setEtag(etag())
                        .build()));
    }

    private long until(Agreed agreed, Runnable change) {
        change.run();
        long answered = System.nanoTime();
        Await.until("the reader knows", () -> find("dwelling").agreed() == agreed);
        return (System.nanoTime() - answered) / 1_000_000;
    }

    private void narrow(DatasetGrant.Builder left) {
        SharingAgreement stands = agreement();
        AgreementTerms terms =
                stands.getTerms().toBuilder().clearGrants().addGrants(left).build();
        owner.narrowAgreement(NarrowAgreementRequest.newBuilder()
                .setRequestId(uuid())
                .setId(ADMISSION)
                .setEtag(stands.getEtag())
                .setTerms(terms)
                .build());
    }

    private String etag() {
        return agreement().getEtag();
    }

    private SharingAgreement agreement() {
        return owner.getAgreement(
                        GetAgreementRequest.newBuilder().setId(ADMISSION).build())
                .getAgreement();
    }

    private Finding find(String dataset) {
        return education
                .bean(FactReader.class)
                .read(List.of(person), Contexts.ADMISSION)
                .find(person, dataset);
    }

    private static DwellingFact payload(Finding finding) {
        FactRow row = finding.rows().getFirst();
        return parsed(row.payload());
    }

    private byte[] facts(String dataset) {
        return permit.as("service", "education", "", FactsServiceGrpc.newBlockingStub(permit.channel()))
                .getFacts(GetFactsRequest.newBuilder()
                        .setDataset(dataset)
                        .setContext(Contexts.ADMISSION)
                        .addPersons(ByteString.copyFrom(person.bytes()))
                        .build())
                .getFacts(0)
                .getPayload()
                .toByteArray();
    }

    /** As they lie in education's database. */
    private List<DwellingFact> copies(String dataset) {
        return education.bean(JdbcTemplate.class).query("""
                        SELECT r.payload FROM replica r JOIN replica_slot s USING (slot)
                        WHERE s.dataset = ? AND s.state = 'ACTIVE'""", (row, n) -> parsed(row.getBytes(1)), dataset);
    }

    private static DwellingFact parsed(byte[] payload) {
        try {
            return DwellingFact.parseFrom(payload);
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private FactChange dwelling(String kind) {
        return dwelling(person, kind);
    }

    private FactChange dwellingOfAnother() {
        return dwelling(people.next(), "RENTED");
    }

    private static FactChange dwelling(PersonKey of, String kind) {
        DwellingFact fact = DwellingFact.newBuilder()
                .addDwellings(Dwelling.newBuilder()
                        .setKind(kind)
                        .setDivision("350203")
                        .setFrom(20200101))
                .build();
        return new FactChange("dwelling", of, "dwelling", "onepermit.dwelling.DwellingChanged.v1", fact);
    }

    private static String uuid() {
        return UUID.randomUUID().toString();
    }
}
