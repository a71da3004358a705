package onepermit.exchange.publication.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import onepermit.exchange.agreement.FieldCut;
import onepermit.exchange.agreement.GivenFields;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.publication.watch.Watching;
import onepermit.exchange.v1.FactRecord;
import onepermit.exchange.v1.WatchResponse;

/** A watch that carries what is given at each step, persons by the pseudonyms of who watches, and ends when nothing is given. */
final class AgreedStream implements Watching {
    private final Watching out;
    private final Dataset dataset;
    private final Supplier<GivenFields> given;
    private final FieldCut cut;
    private final UnaryOperator<ByteString> known;

    /**
     * @param given throws what the watcher is told once nothing is given any more
     * @param known person key → how the watcher knows the person
     */
    AgreedStream(
            Watching out, Dataset dataset, Supplier<GivenFields> given, FieldCut cut, UnaryOperator<ByteString> known) {
        this.out = out;
        this.dataset = dataset;
        this.given = given;
        this.cut = cut;
        this.known = known;
    }

    @Override
    public boolean wanted() {
        return out.wanted();
    }

    @Override
    public void send(WatchResponse step) throws InterruptedException {
        GivenFields fields = given.get();
        out.send(
                step.hasFact()
                        ? step.toBuilder().setFact(seen(step.getFact(), fields)).build()
                        : step);
    }

    private FactRecord seen(FactRecord fact, GivenFields fields) {
        FactRecord.Builder seen = fact.toBuilder().setPerson(known.apply(fact.getPerson()));
        if (!fact.getDeleted() && !fields.whole()) {
            seen.setPayload(UnsafeByteOperations.unsafeWrap(
                    cut.cut(dataset, fact.getPayload().toByteArray(), fields)));
        }
        return seen.build();
    }
}
