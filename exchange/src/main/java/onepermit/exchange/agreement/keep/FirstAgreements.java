package onepermit.exchange.agreement.keep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import onepermit.exchange.agreement.keep.FirstAgreementsFile.Entry;
import onepermit.exchange.catalogue.CatalogueInvalid;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.rpc.RefusalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the agreements of the file, each once, as if it had been asked for and granted: from then on it is one like all others, and one that
 * was revoked stays so.
 */
final class FirstAgreements implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAgreements.class);

    private final Department owner;
    private final Departments departments;
    private final Agreements agreements;
    private final TransactionOperations transaction;
    private final List<Resource> files;

    FirstAgreements(
            Department owner,
            Departments departments,
            Agreements agreements,
            TransactionOperations transaction,
            List<Resource> files) {
        this.owner = owner;
        this.departments = departments;
        this.agreements = agreements;
        this.transaction = transaction;
        this.files = files;
    }

    @Override
    public void afterSingletonsInstantiated() {
        files.stream()
                .flatMap(file -> read(file).stream())
                .filter(entry -> entry.owner().equals(owner.id()))
                .forEach(this::make);
    }

    private static List<Entry> read(Resource file) {
        String name = String.valueOf(file.getFilename());
        if (!file.exists()) {
            throw new CatalogueInvalid(name, "", "is not there; onepermit.agreements.first names the files");
        }
        try (InputStream text = file.getInputStream()) {
            return FirstAgreementsFile.read(name, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(Entry entry) {
        try {
            transaction.executeWithoutResult(status -> inTransaction(entry));
        } catch (RefusalException e) {
            throw new CatalogueInvalid(
                    "agreements " + entry.id(), e.refusal().field(), e.refusal().text());
        }
    }

    private void inTransaction(Entry entry) {
        Party by = Party.owner(owner.id());
        Party consumer = new Party(entry.consumer(), departments.has(entry.consumer()), "");
        agreements
                .request(entry.id(), consumer, by, entry.terms(), entry.legalBasis())
                .ifPresent(asked -> {
                    agreements.approve(by, asked.getId(), asked.getEtag());
                    LOG.info("agreement.first id={} consumer={}", entry.id(), entry.consumer());
                });
    }
}
