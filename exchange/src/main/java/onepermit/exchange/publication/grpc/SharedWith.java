package onepermit.exchange.publication.grpc;

import io.grpc.Status;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.access.Caller;
import onepermit.exchange.agreement.AgreementBook;
import onepermit.exchange.agreement.GivenFields;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.Purpose;

/** What the owner gives a caller of its datasets: what agreements in force give, and its agreements themselves to every department. */
final class SharedWith {
    private static final GivenFields ALL = new GivenFields(java.util.Set.of(), true);

    private final Catalogue catalogue;
    private final Department department;
    private final AgreementBook agreements;

    SharedWith(Catalogue catalogue, Department department, AgreementBook agreements) {
        this.catalogue = catalogue;
        this.department = department;
        this.agreements = agreements;
    }

    Dataset owned(String id) {
        return catalogue
                .find(id)
                .filter(known -> known.owner().equals(department.id()))
                .orElseThrow(() -> new RefusalException(Refusal.notFound(
                        "DATASET_UNKNOWN",
                        "dataset",
                        department.id() + " does not own it; ListDatasets names what it owns")));
    }

    GivenFields fields(Dataset dataset, Caller caller, Purpose purpose) {
        return dataset.control() && isDepartment(caller)
                ? ALL
                : given(agreements.given(consumer(caller), purpose), dataset)
                        .orElseThrow(() -> refused(dataset, " for " + purpose));
    }

    /** For whoever follows a dataset: the stream has no purpose of its own, so it carries what is given for any. */
    GivenFields fields(Dataset dataset, Caller caller) {
        return dataset.control() && isDepartment(caller)
                ? ALL
                : given(agreements.given(consumer(caller)), dataset).orElseThrow(() -> refused(dataset, ""));
    }

    private static Optional<GivenFields> given(Map<String, GivenFields> given, Dataset dataset) {
        return Optional.ofNullable(given.get(dataset.id()));
    }

    static boolean isDepartment(Caller caller) {
        return caller.role().equals("service");
    }

    private static String consumer(Caller caller) {
        return isDepartment(caller) ? caller.department() : caller.client();
    }

    private static RefusalException refused(Dataset dataset, String purpose) {
        return new RefusalException(new Refusal(
                Status.Code.PERMISSION_DENIED,
                "NOT_AGREED",
                "dataset",
                "no agreement in force gives " + dataset.id() + " to this caller" + purpose
                        + "; AgreementService.RequestAgreement asks for one"));
    }
}
