package onepermit.exchange.agreement.keep;

import io.grpc.Status;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import onepermit.exchange.catalogue.Department;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.AgreementState;
import onepermit.exchange.v1.AgreementTerms;
import onepermit.exchange.v1.SharingAgreement;

/** What can be done to the agreements about this department's datasets; each inside the caller's transaction, published in the same. */
public final class Agreements {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Department owner;
    private final AgreementTable table;
    private final Departments departments;
    private final TermsCheck terms;
    private final AnswerDue due;
    private final Publishing publishing;
    private final Supplier<UUID> ids;
    private final Clock clock;

    Agreements(
            Department owner,
            AgreementTable table,
            Departments departments,
            TermsCheck terms,
            AnswerDue due,
            Publishing publishing,
            Supplier<UUID> ids,
            Clock clock) {
        this.owner = owner;
        this.table = table;
        this.departments = departments;
        this.terms = terms;
        this.due = due;
        this.publishing = publishing;
        this.ids = ids;
        this.clock = clock;
    }

    public SharingAgreement request(Party by, AgreementTerms asked, String legalBasis) {
        return request(owner.id() + "-" + ids.get(), by, by, asked, legalBasis)
                .orElseThrow(() -> new IllegalStateException("the id of a new agreement is taken"));
    }

    /** @return empty if there is an agreement of that id */
    Optional<SharingAgreement> request(String id, Party consumer, Party by, AgreementTerms asked, String legalBasis) {
        if (consumer.name().isEmpty()
                || consumer.department() && consumer.name().equals(owner.id())) {
            throw Party.refused("another department");
        }
        AgreementTerms complete = terms.complete(asked, consumer.name(), consumer.department());
        SharingAgreement.Builder body = SharingAgreement.newBuilder()
                .setId(id)
                .setOwner(owner.id())
                .setConsumer(consumer.name())
                .setState(AgreementState.AGREEMENT_STATE_REQUESTED)
                .setRequest(due.request(complete, legalBasis.strip(), today()));
        SharingAgreement whole =
                history(by).did(body, "REQUESTED", "", complete).build();
        return table.insert(whole)
                ? Optional.of(Told.on(today(), new AgreementTable.Stored(whole, 1)))
                : Optional.empty();
    }

    public SharingAgreement approve(Party by, String id, String etag) {
        publishing.lock(id);
        SharingAgreement open = ownersOpen(by, id, etag);
        requireRequest(open);
        AgreementTerms given = open.getRequest().getTerms();
        SharingAgreement.Builder body = open.toBuilder()
                .setTerms(given)
                .setLegalBasis(open.getRequest().getLegalBasis())
                .clearBases()
                .addAllBases(publishing.bases(given))
                .clearRequest();
        if (!open.hasTerms()) {
            body.setState(AgreementState.AGREEMENT_STATE_IN_FORCE);
        }
        return store(history(by).did(body, open.hasTerms() ? "WIDENED" : "APPROVED", "", given));
    }

    public SharingAgreement refuse(Party by, String id, String etag, String reason) {
        requireReason(reason);
        SharingAgreement open = ownersOpen(by, id, etag);
        requireRequest(open);
        SharingAgreement.Builder body = open.toBuilder().clearRequest();
        if (!open.hasTerms()) {
            body.setState(AgreementState.AGREEMENT_STATE_REFUSED);
        }
        return store(history(by).did(body, open.hasTerms() ? "WIDENING_REFUSED" : "REFUSED", reason.strip()));
    }

    public SharingAgreement narrow(Party by, String id, String etag, AgreementTerms left) {
        publishing.lock(id);
        SharingAgreement open = open(by, id, etag);
        requireApproved(open);
        AgreementTerms complete = terms.complete(left, open.getConsumer(), isDepartment(open));
        if (!Scope.inside(complete, open.getTerms())) {
            throw new RefusalException(Refusal.invalid(
                    "TERMS_WIDER", "terms", "these add something to what is given; ask for that with WidenAgreement"));
        }
        return store(history(by).did(open.toBuilder().setTerms(complete), "NARROWED", "", complete));
    }

    public SharingAgreement widen(Party by, String id, String etag, AgreementTerms asked, String legalBasis) {
        SharingAgreement open = open(by, id, etag);
        if (!by.isConsumerOf(open)) {
            throw Party.refused(open.getConsumer());
        }
        if (open.hasRequest()) {
            throw precondition("REQUEST_OPEN", "a request waits for its answer already");
        }
        requireApproved(open);
        AgreementTerms complete = terms.complete(asked, open.getConsumer(), by.department());
        return store(history(by)
                .did(
                        open.toBuilder().setRequest(due.request(complete, legalBasis.strip(), today())),
                        "WIDENING_REQUESTED",
                        "",
                        complete));
    }

    public SharingAgreement suspend(Party by, String id, String etag, String reason) {
        requireReason(reason);
        publishing.lock(id);
        SharingAgreement open = ownersOpen(by, id, etag);
        requireApproved(open);
        if (open.getState() == AgreementState.AGREEMENT_STATE_SUSPENDED) {
            throw precondition("SUSPENDED", "it is suspended already");
        }
        return store(history(by)
                .did(open.toBuilder().setState(AgreementState.AGREEMENT_STATE_SUSPENDED), "SUSPENDED", reason.strip()));
    }

    public SharingAgreement resume(Party by, String id, String etag) {
        publishing.lock(id);
        SharingAgreement open = ownersOpen(by, id, etag);
        if (open.getState() != AgreementState.AGREEMENT_STATE_SUSPENDED) {
            throw precondition("NOT_SUSPENDED", "only what is suspended is resumed");
        }
        return store(
                history(by).did(open.toBuilder().setState(AgreementState.AGREEMENT_STATE_IN_FORCE), "RESUMED", ""));
    }

    public SharingAgreement revoke(Party by, String id, String etag, String reason) {
        requireReason(reason);
        publishing.lock(id);
        SharingAgreement open = ownersOpen(by, id, etag);
        requireApproved(open);
        return store(history(by)
                .did(
                        open.toBuilder()
                                .setState(AgreementState.AGREEMENT_STATE_REVOKED)
                                .clearRequest(),
                        "REVOKED",
                        reason.strip()));
    }

    public SharingAgreement get(Party by, String id) {
        return Told.on(today(), visible(by, table.find(id)));
    }

    /** @param consumer empty = of all that are seen */
    public List<SharingAgreement> page(Party by, String consumer, String after, int size) {
        boolean own = by.department() && by.name().equals(owner.id());
        boolean none = !own && (by.name().isEmpty() || !consumer.isEmpty() && !consumer.equals(by.name()));
        return none
                ? List.of()
                : table.page(own ? consumer : by.name(), after, size).stream()
                        .map(stored -> Told.on(today(), stored))
                        .toList();
    }

    private SharingAgreement store(SharingAgreement.Builder body) {
        AgreementTable.Stored stored = table.update(body.build());
        if (body.hasTerms()) {
            publishing.publish(stored.body());
        }
        return Told.on(today(), stored);
    }

    private SharingAgreement ownersOpen(Party by, String id, String etag) {
        SharingAgreement open = open(by, id, etag);
        if (!by.isOwnerOf(open)) {
            throw Party.refused(owner.id());
        }
        return open;
    }

    private SharingAgreement open(Party by, String id, String etag) {
        AgreementTable.Stored stored = visible(by, table.open(id));
        Etag.require(etag, stored.version());
        if (stored.body().getState() == AgreementState.AGREEMENT_STATE_REVOKED) {
            throw precondition("REVOKED", "it was revoked; make a new request");
        }
        return stored.body();
    }

    /** What concerns others looks like nothing. */
    private static AgreementTable.Stored visible(Party by, Optional<AgreementTable.Stored> stored) {
        return stored.filter(one -> by.sees(one.body()))
                .orElseThrow(() -> new RefusalException(Refusal.notFound(
                        "AGREEMENT_UNKNOWN", "id", "no agreement of that id in which the caller has a side")));
    }

    private boolean isDepartment(SharingAgreement agreement) {
        return departments.has(agreement.getConsumer());
    }

    private static void requireRequest(SharingAgreement open) {
        if (!open.hasRequest()) {
            throw precondition("NOT_REQUESTED", "nothing is asked for that could be answered");
        }
    }

    private static void requireApproved(SharingAgreement open) {
        if (!open.hasTerms()) {
            throw precondition("NOT_APPROVED", "nothing is given yet");
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new RefusalException(
                    Refusal.invalid("REASON_MISSING", "reason", "say why; the other side must be told (Decree 809)"));
        }
    }

    private static RefusalException precondition(String reason, String text) {
        return new RefusalException(new Refusal(Status.Code.FAILED_PRECONDITION, reason, "id", text));
    }

    private History history(Party by) {
        return new History(clock.instant(), by);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }
}
