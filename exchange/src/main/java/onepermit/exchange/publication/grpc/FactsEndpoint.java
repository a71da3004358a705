package onepermit.exchange.publication.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UnsafeByteOperations;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import onepermit.exchange.access.Caller;
import onepermit.exchange.access.Callers;
import onepermit.exchange.agreement.FieldCut;
import onepermit.exchange.agreement.GivenFields;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.DatasetMessage;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.catalogue.Page;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.Pseudonyms;
import onepermit.exchange.ledger.Ledger;
import onepermit.exchange.publication.PublishedFacts;
import onepermit.exchange.publication.watch.Cursor;
import onepermit.exchange.publication.watch.Watches;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.FactRecord;
import onepermit.exchange.v1.FactsServiceGrpc;
import onepermit.exchange.v1.GetFactsRequest;
import onepermit.exchange.v1.GetFactsResponse;
import onepermit.exchange.v1.ListDatasetsRequest;
import onepermit.exchange.v1.ListDatasetsResponse;
import onepermit.exchange.v1.WatchRequest;
import onepermit.exchange.v1.WatchResponse;

/** The facts of this department, asked for or followed. */
final class FactsEndpoint extends FactsServiceGrpc.FactsServiceImplBase {
    private final Catalogue catalogue;
    private final Department department;
    private final PublishedFacts facts;
    private final SharedWith shared;
    private final FieldCut cut;
    private final Watches watches;
    private final Pseudonyms pseudonyms;
    private final Ledger ledger;

    FactsEndpoint(
            Catalogue catalogue,
            Department department,
            PublishedFacts facts,
            SharedWith shared,
            FieldCut cut,
            Watches watches,
            Pseudonyms pseudonyms,
            Ledger ledger) {
        this.catalogue = catalogue;
        this.department = department;
        this.facts = facts;
        this.shared = shared;
        this.cut = cut;
        this.watches = watches;
        this.pseudonyms = pseudonyms;
        this.ledger = ledger;
    }

    @Override
    public void listDatasets(ListDatasetsRequest request, StreamObserver<ListDatasetsResponse> out) {
        Page page = Page.of(catalogue.ownedBy(department), request.getPageToken(), request.getPageSize(), 100);
        out.onNext(ListDatasetsResponse.newBuilder()
                .addAllDatasets(page.datasets().stream().map(DatasetMessage::of).toList())
                .setNextPageToken(page.next())
                .build());
        out.onCompleted();
    }

    @Override
    public void getFacts(GetFactsRequest request, StreamObserver<GetFactsResponse> out) {
        Dataset dataset = shared.owned(request.getDataset());
        GivenFields fields =
                shared.fields(dataset, Callers.current(), request.getContext().getPurpose());
        List<PersonKey> persons = request.getPersonsList().stream()
                .map(key -> PersonKey.of(key.toByteArray()))
                .toList();
        PublishedFacts.Answer found = facts.of(dataset.id(), persons);
        GetFactsResponse answer = GetFactsResponse.newBuilder()
                .addAllFacts(found.facts().stream()
                        .map(fact -> record(fact, cut.cut(dataset, fact.row().payload(), fields)))
                        .toList())
                .setAsOf(timestamp(found.asOf()))
                .build();
        ledger.append(FactsLook.of(request, persons, answer));
        out.onNext(answer);
        out.onCompleted();
    }

    @Override
    public void watch(WatchRequest request, StreamObserver<WatchResponse> out) {
        Dataset dataset = shared.owned(request.getDataset());
        Caller caller = Callers.current();
        shared.fields(dataset, caller);
        Optional<Cursor> cursor = cursor(request.getCursor());
        WatchStream stream = new WatchStream((ServerCallStreamObserver<WatchResponse>) out);
        Thread.ofVirtual()
                .name("watch")
                .start(() -> stream.run(() -> watches.follow(
                        dataset,
                        cursor,
                        new AgreedStream(stream, dataset, () -> shared.fields(dataset, caller), cut, known(caller)))));
    }

    /** Departments know persons by key, so that they find them; an integrator outside knows each by a pseudonym that nobody else has. */
    private UnaryOperator<ByteString> known(Caller caller) {
        return SharedWith.isDepartment(caller)
                ? UnaryOperator.identity()
                : person -> UnsafeByteOperations.unsafeWrap(pseudonyms.of(caller.client(), person.toByteArray()));
    }

    private static Optional<Cursor> cursor(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Cursor.read(text)
                .orElseThrow(() -> new RefusalException(Refusal.invalid(
                        "CURSOR_MALFORMED", "cursor", "expected a cursor of an earlier answer, or none"))));
    }

    private static FactRecord record(PublishedFacts.Published fact, byte[] payload) {
        return FactRecord.newBuilder()
                .setPerson(UnsafeByteOperations.unsafeWrap(fact.row().person().bytes()))
                .setFactId(fact.row().factId())
                .setIncarnation(fact.row().incarnation())
                .setVersion(fact.row().version())
                .setPayload(UnsafeByteOperations.unsafeWrap(payload))
                .setTime(timestamp(fact.changedAt()))
                .build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
