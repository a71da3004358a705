package onepermit.exchange.correction.grpc;

import java.util.Optional;
import onepermit.exchange.access.Caller;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.catalogue.Descriptions;
import onepermit.exchange.correction.Doubt;
import onepermit.exchange.correction.Outcome;
import onepermit.exchange.correction.Raiser;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.Divisions;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.RaiseCorrectionRequest;

/** Reads what somebody doubts, and refuses what no officer of this department could check. */
final class Doubts {
    private final Department department;
    private final Catalogue catalogue;
    private final Descriptions descriptions;
    private final CitizenIds ids;
    private final Divisions divisions;

    Doubts(Department department, Catalogue catalogue, Descriptions descriptions, CitizenIds ids, Divisions divisions) {
        this.department = department;
        this.catalogue = catalogue;
        this.descriptions = descriptions;
        this.ids = ids;
        this.divisions = divisions;
    }

    Doubt read(RaiseCorrectionRequest request) {
        Dataset dataset = owned(request.getDataset());
        requireItem(dataset, request.getItem());
        CitizenIds.requireNone("on_record", request.getOnRecord());
        CitizenIds.requireNone("claimed", request.getClaimed());
        CitizenIds.requireNone("statement", request.getStatement());
        return new Doubt(
                ids.read("citizen_id", request.getCitizenId()),
                dataset.id(),
                request.getFactId(),
                divisions.read("division", request.getDivision()),
                request.getItem(),
                request.getOnRecord(),
                request.getClaimed(),
                request.getStatement(),
                CorrectionMessages.papers(request.getEvidenceList()));
    }

    /** An officer's division is that of the token; a department that raises by itself names one. */
    Raiser raiser(Caller caller, RaiseCorrectionRequest request) {
        DivisionCode own = caller.division();
        String division = own != null ? own.value() : request.getRaisedIn();
        if (!division.isEmpty()) {
            divisions.read("raised_in", division);
        }
        return new Raiser(caller.department(), division, request.getContext().getCaseRef());
    }

    private Dataset owned(String id) {
        Optional<Dataset> dataset =
                catalogue.find(id).filter(known -> !known.control() && !Outcome.isDataset(known.id()));
        if (dataset.isEmpty()) {
            throw notOwned("no department keeps records under this name; expected a dataset of the catalogue");
        }
        if (!dataset.get().owner().equals(department.id())) {
            throw notOwned("this dataset is kept by " + dataset.get().owner() + "; raise the correction there");
        }
        return dataset.get();
    }

    private void requireItem(Dataset dataset, String item) {
        var fields = descriptions.of(dataset).fields();
        if (!item.isEmpty() && fields.stream().noneMatch(field -> field.path().equals(item))) {
            throw new RefusalException(Refusal.invalid(
                    "ITEM_UNKNOWN",
                    "item",
                    "expected a field of " + dataset.id() + ", one of "
                            + fields.stream().map(field -> field.path()).toList()));
        }
    }

    private static RefusalException notOwned(String text) {
        return new RefusalException(Refusal.invalid("DATASET_NOT_OWNED", "dataset", text));
    }
}
