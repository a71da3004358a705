package onepermit.exchange.load.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import onepermit.exchange.load.Column;
import onepermit.exchange.load.FileImport;
import onepermit.exchange.load.ImportKind;
import onepermit.exchange.load.ImportKinds;
import onepermit.exchange.v1.ImportColumn;
import onepermit.exchange.v1.ImportRequest;
import onepermit.exchange.v1.ImportResponse;
import onepermit.exchange.v1.ImportServiceGrpc.ImportServiceImplBase;
import onepermit.exchange.v1.ListKindsRequest;
import onepermit.exchange.v1.ListKindsResponse;

/** {@code onepermit.exchange.v1.ImportService}. */
final class ImportEndpoint extends ImportServiceImplBase {
    private final ImportKinds kinds;
    private final FileImport files;

    ImportEndpoint(ImportKinds kinds, FileImport files) {
        this.kinds = kinds;
        this.files = files;
    }

    @Override
    public StreamObserver<ImportRequest> import_(StreamObserver<ImportResponse> responses) {
        return Upload.open(files, (ServerCallStreamObserver<ImportResponse>) responses);
    }

    @Override
    public void listKinds(ListKindsRequest request, StreamObserver<ListKindsResponse> responses) {
        responses.onNext(ListKindsResponse.newBuilder()
                .addAllKinds(kinds.all().stream().map(ImportEndpoint::kind).toList())
                .build());
        responses.onCompleted();
    }

    private static onepermit.exchange.v1.ImportKind kind(ImportKind<?> kind) {
        return onepermit.exchange.v1.ImportKind.newBuilder()
                .setKind(kind.name())
                .addAllColumns(
                        kind.columns().stream().map(ImportEndpoint::column).toList())
                .build();
    }

    private static ImportColumn column(Column column) {
        return ImportColumn.newBuilder()
                .setName(column.name())
                .setNameZh(column.nameZh())
                .setRequired(column.required())
                .setFormat(column.format())
                .build();
    }
}
