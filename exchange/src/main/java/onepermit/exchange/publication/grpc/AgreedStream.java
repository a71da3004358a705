package onepermit.exchange.publication.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.util.function.Supplier;
import onepermit.exchange.agreement.FieldCut;
import onepermit.exchange.agreement.GivenFields;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.publication.watch.Watching;
import onepermit.exchange.v1.WatchResponse;

/** A watch that carries what is given at each step, and ends when nothing is. */
final class AgreedStream implements Watching {
    private final Watching out;
    private final Dataset dataset;
    private final Supplier<GivenFields> given;
    private final FieldCut cut;

    /** @param given throws what the watcher is told once nothing is given any more */
    AgreedStream(Watching out, Dataset dataset, Supplier<GivenFields> given, FieldCut cut) {
        this.out = out;
        this.dataset = dataset;
        this.given = given;
        this.cut = cut;
    }

    @Override
    public boolean wanted() {
        return out.wanted();
    }

    @Override
    public void send(WatchResponse step) throws InterruptedException {
        GivenFields fields = given.get();
        out.send(!step.hasFact() || step.getFact().getDeleted() || fields.whole() ? step : cut(step, fields));
    }

    private WatchResponse cut(WatchResponse step, GivenFields fields) {
        ByteString left = UnsafeByteOperations.unsafeWrap(
                cut.cut(dataset, step.getFact().getPayload().toByteArray(), fields));
        return step.toBuilder()
                .setFact(step.getFact().toBuilder().setPayload(left))
                .build();
    }
}
