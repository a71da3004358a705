package onepermit.exchange.ledger.grpc;

import com.google.protobuf.ByteString;
import java.util.Optional;
import onepermit.exchange.access.Caller;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Descriptions;
import onepermit.exchange.catalogue.Words;
import onepermit.exchange.ledger.Origins;
import onepermit.exchange.ledger.usage.Processing;
import onepermit.exchange.ledger.usage.Processings;
import onepermit.exchange.ledger.usage.RecordedLook;
import onepermit.exchange.ledger.usage.Usages.Page;
import onepermit.exchange.v1.FindUsageResponse;
import onepermit.exchange.v1.LedgerLeaf;
import onepermit.exchange.v1.LocalisedText;
import onepermit.exchange.v1.Office;
import onepermit.exchange.v1.Usage;
import onepermit.exchange.v1.UsedDataset;
import onepermit.exchange.v1.WithheldProcessing;

/** Looks as they are told to the person they were at: the office, never the officer. */
record UsageMessages(Origins origins, Processings processings, Catalogue catalogue, Descriptions descriptions) {

    FindUsageResponse page(Page page) {
        FindUsageResponse.Builder answer = FindUsageResponse.newBuilder();
        page.looks().forEach(look -> answer.addUsages(usage(look)));
        page.next().ifPresent(next -> answer.setNextPageToken(Long.toString(next)));
        processings.withheld().forEach(kind -> answer.addWithheld(withheld(kind)));
        return answer.build();
    }

    private Usage usage(RecordedLook look) {
        LedgerLeaf leaf = look.leaf();
        Optional<Processing> kind = processings.of(leaf.getMethod());
        Usage.Builder usage = Usage.newBuilder()
                .setTime(leaf.getTime())
                .setDepartment(leaf.getDepartment())
                .setOffice(Office.newBuilder()
                        .setDepartment(leaf.getOfficeDepartment())
                        .setRole(leaf.getRole())
                        .setDivision(leaf.getOfficeDivision()))
                .setAction(text(kind.map(Processing::action).orElse(new Words(leaf.getMethod(), leaf.getMethod()))))
                .setPurpose(leaf.getPurpose())
                .setCaseRef(leaf.getCaseRef())
                .setLeaf(origins.receipt(look.index(), look.hash()).ref())
                .setOwn(leaf.getRole().equals(Caller.RESIDENT))
                .setPageToken(Long.toString(look.index()))
                .setAnswered(!leaf.getAnswerHash().equals(ByteString.EMPTY));
        kind.map(Processing::basis).map(UsageMessages::text).ifPresent(usage::setBasis);
        leaf.getDatasetsList().forEach(id -> usage.addDatasets(dataset(id)));
        return usage.build();
    }

    private UsedDataset dataset(String id) {
        UsedDataset.Builder used = UsedDataset.newBuilder().setId(id);
        catalogue
                .find(id)
                .ifPresent(dataset -> used.setOwner(dataset.owner())
                        .setName(text(descriptions.of(dataset).name())));
        return used.build();
    }

    private static WithheldProcessing withheld(Processing kind) {
        return WithheldProcessing.newBuilder()
                .setId(kind.id())
                .setAction(text(kind.action()))
                .setBasis(text(kind.withheld().orElseThrow()))
                .build();
    }

    private static LocalisedText text(Words words) {
        return LocalisedText.newBuilder().setZh(words.zh()).setEn(words.en()).build();
    }
}
