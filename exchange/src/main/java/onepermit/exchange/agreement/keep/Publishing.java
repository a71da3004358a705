package onepermit.exchange.agreement.keep;

import java.time.Instant;
import java.util.List;
import onepermit.exchange.agreement.AgreementKey;
import onepermit.exchange.agreement.HeldAgreements;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.DatasetMessage;
import onepermit.exchange.catalogue.Description;
import onepermit.exchange.catalogue.Descriptions;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.v1.AgreementFact;
import onepermit.exchange.v1.AgreementState;
import onepermit.exchange.v1.AgreementTerms;
import onepermit.exchange.v1.DatasetBasis;
import onepermit.exchange.v1.LocalisedText;
import onepermit.exchange.v1.SharingAgreement;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts what was agreed on the road, and into this process's own memory once it is committed. */
final class Publishing {
    private final Facts facts;
    private final HeldAgreements held;
    private final Catalogue catalogue;
    private final Descriptions descriptions;

    Publishing(Facts facts, HeldAgreements held, Catalogue catalogue, Descriptions descriptions) {
        this.facts = facts;
        this.held = held;
        this.catalogue = catalogue;
        this.descriptions = descriptions;
    }

    /** Before anything else in the transaction. */
    void lock(String agreement) {
        facts.lockPersons(List.of(AgreementKey.of(agreement)));
    }

    void publish(SharingAgreement agreement) {
        facts.publish(List.of(new FactChange(
                Dataset.controlOf(agreement.getOwner()),
                AgreementKey.of(agreement.getId()),
                agreement.getId(),
                "onepermit.agreement.AgreementChanged.v1",
                fact(agreement))));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                held.refresh();
            }
        });
    }

    /** What the catalogue says today of the datasets. */
    List<DatasetBasis> bases(AgreementTerms terms) {
        return terms.getGrantsList().stream()
                .map(grant -> basis(catalogue.dataset(grant.getDataset())))
                .toList();
    }

    private DatasetBasis basis(Dataset dataset) {
        Description description = descriptions.of(dataset);
        return DatasetBasis.newBuilder()
                .setDataset(dataset.id())
                .setSharingClass(DatasetMessage.of(dataset).getSharingClass())
                .setSharingBasis(LocalisedText.newBuilder()
                        .setZh(description.sharingBasis().zh())
                        .setEn(description.sharingBasis().en()))
                .setDescriptionVersion(description.version())
                .build();
    }

    private static AgreementFact fact(SharingAgreement agreement) {
        return AgreementFact.newBuilder()
                .setConsumer(agreement.getConsumer())
                .setTerms(agreement.getTerms())
                .setLegalBasis(agreement.getLegalBasis())
                .setSuspended(agreement.getState() == AgreementState.AGREEMENT_STATE_SUSPENDED)
                .setRevokedAt(revokedAt(agreement))
                .build();
    }

    private static String revokedAt(SharingAgreement agreement) {
        return agreement.getHistoryList().stream()
                .filter(event -> event.getAct().equals("REVOKED"))
                .findFirst()
                .map(event -> Instant.ofEpochSecond(
                                event.getAt().getSeconds(), event.getAt().getNanos())
                        .toString())
                .orElse("");
    }
}
