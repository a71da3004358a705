package onepermit.exchange.catalogue.grpc;

import io.grpc.stub.StreamObserver;
import java.util.List;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.CatalogueSearch;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.Descriptions;
import onepermit.exchange.catalogue.Page;
import onepermit.exchange.catalogue.Retentions;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.CatalogueEntry;
import onepermit.exchange.v1.CatalogueServiceGrpc.CatalogueServiceImplBase;
import onepermit.exchange.v1.GetEntryRequest;
import onepermit.exchange.v1.GetEntryResponse;
import onepermit.exchange.v1.ListEntriesRequest;
import onepermit.exchange.v1.ListEntriesResponse;
import onepermit.exchange.v1.SearchEntriesRequest;
import onepermit.exchange.v1.SearchEntriesResponse;

/** The whole catalogue, listed, looked up and searched. */
final class CatalogueEndpoint extends CatalogueServiceImplBase {
    private static final int LARGEST_PAGE = 100;

    private final Catalogue catalogue;
    private final Descriptions descriptions;
    private final Retentions retentions;
    private final CatalogueSearch search;

    CatalogueEndpoint(Catalogue catalogue, Descriptions descriptions, Retentions retentions) {
        this.catalogue = catalogue;
        this.descriptions = descriptions;
        this.retentions = retentions;
        this.search = new CatalogueSearch(catalogue, descriptions);
    }

    @Override
    public void listEntries(ListEntriesRequest request, StreamObserver<ListEntriesResponse> out) {
        Page page = Page.of(catalogue.all(), request.getPageToken(), request.getPageSize(), LARGEST_PAGE);
        out.onNext(ListEntriesResponse.newBuilder()
                .addAllEntries(page.datasets().stream().map(this::entry).toList())
                .setNextPageToken(page.next())
                .build());
        out.onCompleted();
    }

    @Override
    public void getEntry(GetEntryRequest request, StreamObserver<GetEntryResponse> out) {
        Dataset dataset = catalogue
                .find(request.getDataset())
                .orElseThrow(() -> new RefusalException(
                        Refusal.notFound("DATASET_UNKNOWN", "dataset", "no such dataset; ListEntries names them all")));
        out.onNext(GetEntryResponse.newBuilder().setEntry(entry(dataset)).build());
        out.onCompleted();
    }

    @Override
    public void searchEntries(SearchEntriesRequest request, StreamObserver<SearchEntriesResponse> out) {
        List<CatalogueSearch.Hit> hits = search.search(request.getText());
        out.onNext(SearchEntriesResponse.newBuilder()
                .addAllHits(hits.stream()
                        .map(hit -> EntryMessage.of(hit, entry(hit.dataset())))
                        .toList())
                .build());
        out.onCompleted();
    }

    private CatalogueEntry entry(Dataset dataset) {
        return EntryMessage.of(dataset, descriptions.of(dataset), retentions.of(dataset.id()));
    }
}
