package onepermit.exchange.publication.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.Pseudonyms;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Contexts;
import onepermit.exchange.testing.EducationRoad;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.People;
import onepermit.exchange.testing.PermitRoad;
import onepermit.exchange.testing.Refused;
import onepermit.exchange.testing.RunningService;
import onepermit.exchange.v1.ConvergenceServiceGrpc;
import onepermit.exchange.v1.Dataset;
import onepermit.exchange.v1.FactRecord;
import onepermit.exchange.v1.FactsServiceGrpc;
import onepermit.exchange.v1.GetDigestRequest;
import onepermit.exchange.v1.GetDigestResponse;
import onepermit.exchange.v1.GetFactsRequest;
import onepermit.exchange.v1.ListBucketRequest;
import onepermit.exchange.v1.ListDatasetsRequest;
import onepermit.exchange.v1.ListDatasetsResponse;
import onepermit.exchange.v1.ListReplicasRequest;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RebuildRequest;
import onepermit.exchange.v1.ReplicaServiceGrpc;
import onepermit.exchange.v1.ReplicaStatus;
import onepermit.exchange.v1.RequestContext;
import onepermit.exchange.v1.Side;
import onepermit.exchange.v1.WatchRequest;
import onepermit.exchange.v1.WatchResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoadServicesTest {
    private final RunningService permit = RunningService.start(PermitRoad.class);
    private final RunningService education = permit.beside(EducationRoad.class);
    private final Owner owner = new Owner(permit.context());
    private final People people = new People(4);

    @AfterAll
    void close() {
        education.close();
        permit.close();
    }

    @Test
    void a_department_lists_what_it_owns_page_by_page() {
        var stub = permit.as("operator", FactsServiceGrpc.newBlockingStub(permit.channel()));

        ListDatasetsResponse first = stub.listDatasets(
                ListDatasetsRequest.newBuilder().setPageSize(4).build());
        ListDatasetsResponse second = stub.listDatasets(ListDatasetsRequest.newBuilder()
                .setPageSize(4)
                .setPageToken(first.getNextPageToken())
                .build());

        assertThat(Stream.of(first, second).flatMap(page -> page.getDatasetsList().stream()))
                .extracting(Dataset::getId)
                .containsExactly(
                        "agreement.permit",
                        "correction.permit",
                        "dwelling",
                        "hukou.kinship",
                        "hukou.place",
                        "name.tag",
                        "permit.status",
                        "residence.registration");
        assertThat(second.getNextPageToken()).isEmpty();
    }

    @Test
    void an_owner_answers_another_department_about_persons_and_says_as_of_when() {
        PersonKey known = people.next();
        owner.publish("350203", known);

        var answer = facts("education").getFacts(question("hukou.place", known, people.next()));

        assertThat(answer.getFactsList()).extracting(FactRecord::getVersion).containsExactly(1L);
        assertThat(answer.getAsOf().getSeconds())
                .isGreaterThanOrEqualTo(answer.getFacts(0).getTime().getSeconds());
    }

    @Test
    void a_dataset_that_no_agreement_gives_a_department_is_refused_to_it() {
        Refused refused = Refused.by(() -> facts("social").getFacts(question("dwelling", people.next())));

        assertThat(refused.code()).isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(refused.reason()).isEqualTo("NOT_AGREED");
    }

    @Test
    void a_dataset_of_another_department_is_not_found() {
        Refused refused = Refused.by(() -> facts("education").getFacts(question("si.months", people.next())));

        assertThat(refused.reason()).isEqualTo("DATASET_UNKNOWN");
    }

    @Test
    void a_watcher_sees_what_was_and_what_comes_and_goes_on_from_its_cursor() {
        PersonKey before = people.next();
        owner.publish("350203", before);

        Iterator<WatchResponse> watch = watch("");
        String cursor = seen(watch, before);
        PersonKey after = people.next();
        owner.publish("350203", after);
        assertThat(seen(watch, after)).isNotEmpty();

        Iterator<WatchResponse> again = watch(cursor);
        List<ByteString> persons = personsUntil(again, after);
        assertThat(persons).doesNotContain(pseudonym(before));
    }

    @Test
    void a_watcher_hears_that_nothing_is_missing() {
        Iterator<WatchResponse> watch = watch("");

        assertThat(Stream.generate(watch::next).anyMatch(WatchResponse::hasHeartbeat))
                .isTrue();
    }

    @Test
    void a_cursor_of_another_generation_is_told_to_start_over() {
        WatchResponse step = watch(new onepermit.exchange.publication.watch.Cursor(
                                7, java.time.Instant.EPOCH, List.of(0L, 0L, 0L, 0L))
                        .text())
                .next();

        assertThat(step.getResync().getReason()).isEqualTo("OTHER_GENERATION");
    }

    @Test
    void a_cursor_past_what_the_topic_has_is_told_to_start_over() {
        WatchResponse step = watch(new onepermit.exchange.publication.watch.Cursor(
                                1, java.time.Instant.EPOCH, List.of(1_000_000L, 0L, 0L, 0L))
                        .text())
                .next();

        assertThat(step.getResync().getReason()).isEqualTo("CURSOR_EXPIRED");
    }

    @Test
    void a_cursor_that_is_none_is_refused() {
        Refused refused = Refused.by(() -> watch("not a cursor!").next());

        assertThat(refused.reason()).isEqualTo("CURSOR_MALFORMED");
    }

    @Test
    void owner_and_reader_have_the_same_digest_once_the_watermark_has_passed_the_scan() {
        PersonKey person = people.next();
        owner.publish("350203", person, people.next(), people.next());

        GetDigestResponse own = digest(permit, Side.SIDE_OWNER);
        GetDigestResponse copy =
                Await.value("a reader's digest past the owner's scan", java.time.Duration.ofSeconds(60), () -> {
                    GetDigestResponse read = digest(education, Side.SIDE_REPLICA);
                    return time(read).isAfter(scan(own)) ? read : null;
                });

        assertThat(copy.getBucketsList()).isEqualTo(own.getBucketsList());
        assertThat(own.getBucketsList()).isNotEmpty();
    }

    @Test
    void the_entries_of_a_bucket_name_what_differs() {
        owner.publish("350203", people.next());
        GetDigestResponse own = digest(permit, Side.SIDE_OWNER);

        var entries = permit.as("operator", ConvergenceServiceGrpc.newBlockingStub(permit.channel()))
                .listBucket(ListBucketRequest.newBuilder()
                        .setDataset("hukou.place")
                        .setSide(Side.SIDE_OWNER)
                        .setBucket(own.getBuckets(0).getNumber())
                        .build());

        assertThat(entries.getEntriesCount()).isEqualTo((int) own.getBuckets(0).getCount());
    }

    @Test
    void a_rebuild_is_begun_and_swapped_in_and_loses_nothing() {
        PersonKey person = people.next();
        owner.publish("350203", person);
        awaitAtReader(person);
        var replicas = education.as("operator", ReplicaServiceGrpc.newBlockingStub(education.channel()));

        int slot = replicas.rebuild(RebuildRequest.newBuilder()
                        .setDataset("hukou.place")
                        .setRequestId(UUID.randomUUID().toString())
                        .build())
                .getSlot();

        Await.until("the rebuild has ended", () -> !status(replicas).getRebuilding());
        assertThat(education
                        .bean(org.springframework.jdbc.core.JdbcTemplate.class)
                        .queryForObject("SELECT state FROM replica_slot WHERE slot = ?", String.class, slot))
                .isEqualTo("ACTIVE");
        awaitAtReader(person);
        PersonKey after = people.next();
        owner.publish("350203", after);
        awaitAtReader(after);
    }

    @Test
    void the_state_of_a_replica_shows_watermark_age_and_lag() {
        var replicas = education.as("operator", ReplicaServiceGrpc.newBlockingStub(education.channel()));

        Await.until("the replica has a watermark", () -> status(replicas).hasWatermark());

        assertThat(status(replicas).getAgeMillis()).isLessThan(60_000);
        assertThat(status(replicas).getLag()).isGreaterThanOrEqualTo(0);
        assertThat(status(replicas).getGeneration()).isEqualTo(1);
    }

    private static ReplicaStatus status(ReplicaServiceGrpc.ReplicaServiceBlockingStub stub) {
        return stub.listReplicas(ListReplicasRequest.getDefaultInstance()).getReplicasList().stream()
                .filter(replica -> replica.getDataset().equals("hukou.place"))
                .findFirst()
                .orElseThrow();
    }

    private void awaitAtReader(PersonKey person) {
        FactReader reader = education.bean(FactReader.class);
        Await.until(
                "the fact is at the reader",
                () -> !reader.read(List.of(person), Contexts.ADMISSION)
                        .find(person, "hukou.place")
                        .rows()
                        .isEmpty());
    }

    private GetDigestResponse digest(RunningService service, Side side) {
        return service.as("operator", ConvergenceServiceGrpc.newBlockingStub(service.channel()))
                .getDigest(GetDigestRequest.newBuilder()
                        .setDataset("hukou.place")
                        .setSide(side)
                        .build());
    }

    private static java.time.Instant time(GetDigestResponse digest) {
        return java.time.Instant.ofEpochSecond(
                digest.getWatermark().getSeconds(), digest.getWatermark().getNanos());
    }

    private static java.time.Instant scan(GetDigestResponse digest) {
        return java.time.Instant.ofEpochSecond(
                digest.getScannedAt().getSeconds(), digest.getScannedAt().getNanos());
    }

    private FactsServiceGrpc.FactsServiceBlockingStub facts(String department) {
        return permit.as("service", department, "", FactsServiceGrpc.newBlockingStub(permit.channel()));
    }

    private static GetFactsRequest question(String dataset, PersonKey... persons) {
        return GetFactsRequest.newBuilder()
                .setDataset(dataset)
                .setContext(RequestContext.newBuilder()
                        .setPurpose(Purpose.PURPOSE_SCHOOL_ADMISSION)
                        .setCaseRef("SM-2025-1"))
                .addAllPersons(Stream.of(persons)
                        .map(person -> ByteString.copyFrom(person.bytes()))
                        .toList())
                .build();
    }

    private Iterator<WatchResponse> watch(String cursor) {
        return permit.as("integrator", FactsServiceGrpc.newBlockingStub(permit.channel()))
                .watch(WatchRequest.newBuilder()
                        .setDataset("hukou.place")
                        .setCursor(cursor)
                        .build());
    }

    private ByteString pseudonym(PersonKey person) {
        return ByteString.copyFrom(permit.bean(Pseudonyms.class).of("local-integrator", person.bytes()));
    }

    /** The cursor after the person was seen. */
    private String seen(Iterator<WatchResponse> watch, PersonKey person) {
        return Stream.generate(watch::next)
                .filter(step -> step.getFact().getPerson().equals(pseudonym(person)))
                .findFirst()
                .orElseThrow()
                .getCursor();
    }

    private List<ByteString> personsUntil(Iterator<WatchResponse> watch, PersonKey last) {
        List<ByteString> persons = new ArrayList<>();
        while (!persons.contains(pseudonym(last))) {
            WatchResponse step = watch.next();
            if (step.hasFact()) {
                persons.add(step.getFact().getPerson());
            }
        }
        return persons;
    }
}
