package onepermit.exchange.agreement.keep;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import onepermit.exchange.catalogue.Catalogue;
import onepermit.exchange.catalogue.Dataset;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.catalogue.PayloadMessage;
import onepermit.exchange.catalogue.SharingClass;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.AgreementTerms;
import onepermit.exchange.v1.DatasetGrant;
import onepermit.exchange.v1.Purpose;

/** Holds terms against the catalogue, and writes out what they leave to it. */
final class TermsCheck {
    /** An agreement is looked at again at the latest then. */
    private static final int MOST_YEARS = 10;

    private final Catalogue catalogue;
    private final Department department;

    TermsCheck(Catalogue catalogue, Department department) {
        this.catalogue = catalogue;
        this.department = department;
    }

    /**
     * @param department whether the consumer is one, which needs a place in the catalogue for its copy
     * @return with every field named
     */
    AgreementTerms complete(AgreementTerms terms, String consumer, boolean department) {
        if (terms.getGrantsCount() == 0) {
            throw invalid("TERMS_NO_DATASET", "grants", "name at least one dataset of this department");
        }
        checkPurposes(terms);
        checkDays(terms);
        AgreementTerms.Builder complete = terms.toBuilder().clearGrants();
        Set<String> named = new HashSet<>();
        for (DatasetGrant grant : terms.getGrantsList()) {
            if (!named.add(grant.getDataset())) {
                throw invalid("TERMS_TWICE", "grants", grant.getDataset() + " is named twice");
            }
            complete.addGrants(complete(grant, dataset(grant, consumer, department)));
        }
        return complete.build();
    }

    private Dataset dataset(DatasetGrant grant, String consumer, boolean isDepartment) {
        Dataset dataset = catalogue
                .find(grant.getDataset())
                .filter(known -> known.owner().equals(department.id()) && !known.control())
                .orElseThrow(() -> invalid(
                        "TERMS_DATASET_UNKNOWN",
                        "grants",
                        "'" + grant.getDataset() + "' is no dataset of " + department.id()
                                + "; CatalogueService.ListEntries names them"));
        if (dataset.sharingClass() == SharingClass.NOT_SHARED) {
            throw new RefusalException(Refusal.failedPrecondition(
                    "NOT_SHARED", "terms.grants", dataset.id() + " is not shared with anybody (不予共享)"));
        }
        if (isDepartment && !dataset.readBy(consumer)) {
            throw new RefusalException(Refusal.failedPrecondition(
                    "NOT_OFFERED",
                    "terms.grants",
                    "the catalogue does not name " + consumer + " as a reader of " + dataset.id()));
        }
        if (!isDepartment && PayloadMessage.hasTags(dataset)) {
            throw new RefusalException(
                    Refusal.failedPrecondition(
                            "TAGS_INSIDE",
                            "terms.grants",
                            dataset.id()
                                    + " carries tags, by which persons could be joined; nobody outside the departments reads it"));
        }
        return dataset;
    }

    private static DatasetGrant complete(DatasetGrant grant, Dataset dataset) {
        List<String> all = PayloadMessage.fields(dataset).toList();
        if (grant.getFieldsCount() == 0) {
            return grant.toBuilder().addAllFields(all).build();
        }
        grant.getFieldsList().stream()
                .filter(field -> !all.contains(field))
                .findFirst()
                .ifPresent(unknown -> {
                    throw invalid(
                            "TERMS_FIELD_UNKNOWN",
                            "grants",
                            "'" + unknown + "' is no field of " + dataset.id() + "; its fields are " + all);
                });
        return grant;
    }

    private static void checkPurposes(AgreementTerms terms) {
        boolean stated = terms.getPurposesCount() > 0
                && terms.getPurposesList().stream()
                        .noneMatch(one -> one == Purpose.PURPOSE_UNSPECIFIED || one == Purpose.UNRECOGNIZED);
        if (!stated) {
            throw invalid(
                    "TERMS_NO_PURPOSE", "purposes", "name the purposes, each one of onepermit.exchange.v1.Purpose");
        }
    }

    private static void checkDays(AgreementTerms terms) {
        LocalDate from = day("valid_from", terms.getValidFrom());
        LocalDate to = day("valid_to", terms.getValidTo());
        if (to.isBefore(from) || to.isAfter(from.plusYears(MOST_YEARS))) {
            throw invalid(
                    "TERMS_DAYS", "valid_to", "the last day is not before the first, and at most ten years after it");
        }
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw invalid("TERMS_DAYS", field, "a day is written YYYY-MM-DD");
        }
    }

    private static RefusalException invalid(String reason, String field, String text) {
        return new RefusalException(Refusal.invalid(reason, "terms." + field, text));
    }
}
