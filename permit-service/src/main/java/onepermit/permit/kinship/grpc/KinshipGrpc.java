package onepermit.permit.kinship.grpc;

import io.grpc.stub.StreamObserver;
import java.util.List;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.permit.Looks;
import onepermit.permit.Mutation;
import onepermit.permit.RequestFields;
import onepermit.permit.kinship.Kinship;
import onepermit.permit.kinship.KinshipClaim;
import onepermit.permit.kinship.Kinships;
import onepermit.permit.kinship.PairTags;
import onepermit.permit.kinship.RecordKinships;
import onepermit.permit.registration.Residences;
import onepermit.permit.v1.CheckKinshipRequest;
import onepermit.permit.v1.CheckKinshipResponse;
import onepermit.permit.v1.KinshipServiceGrpc;
import onepermit.permit.v1.RecordKinshipRequest;
import onepermit.permit.v1.RecordKinshipResponse;
import onepermit.permit.v1.Relation;
import org.springframework.stereotype.Component;

@Component
class KinshipGrpc extends KinshipServiceGrpc.KinshipServiceImplBase {
    private final RequestFields fields;
    private final Mutation mutation;
    private final RecordKinships record;
    private final Kinships kinships;
    private final Residences residences;
    private final Looks looks;

    KinshipGrpc(
            RequestFields fields,
            Mutation mutation,
            RecordKinships record,
            Kinships kinships,
            Residences residences,
            Looks looks) {
        this.fields = fields;
        this.mutation = mutation;
        this.record = record;
        this.kinships = kinships;
        this.residences = residences;
        this.looks = looks;
    }

    @Override
    public void recordKinship(RecordKinshipRequest request, StreamObserver<RecordKinshipResponse> answer) {
        Kinship kinship = kinship(request);
        answer.onNext(mutation.once(
                KinshipServiceGrpc.getRecordKinshipMethod(),
                request.getRequestId(),
                request.getContext(),
                RecordKinshipResponse.parser(),
                List.of(kinship.child(), kinship.parent()),
                List.of(PairTags.DATASET),
                () -> {
                    requireOneHere(kinship);
                    record.all(List.of(kinship));
                    return RecordKinshipResponse.getDefaultInstance();
                }));
        answer.onCompleted();
    }

    @Override
    public void checkKinship(CheckKinshipRequest request, StreamObserver<CheckKinshipResponse> answer) {
        fields.requireAgreed(PairTags.DATASET, request.getContext());
        PersonKey child = fields.person("child_id", request.getChildId());
        PersonKey parent = fields.person("parent_id", request.getParentId());
        answer.onNext(looks.recorded(
                KinshipServiceGrpc.getCheckKinshipMethod().getFullMethodName(),
                request.getContext(),
                List.of(child, parent),
                List.of(PairTags.DATASET),
                CheckKinshipResponse.newBuilder()
                        .setRelation(between(child, parent))
                        .build()));
        answer.onCompleted();
    }

    /** Of two people who are on record elsewhere alone nobody here records anything, as of two who are on record nowhere. */
    private void requireOneHere(Kinship kinship) {
        if (!fields.owns(homes(kinship.child(), kinship.parent()))) {
            throw new RefusalException(Refusal.failedPrecondition(
                    "NOT_ON_RECORD",
                    "child_id",
                    "expected parent or child to be registered in the caller's division; register one of them first"));
        }
    }

    private List<DivisionCode> homes(PersonKey child, PersonKey parent) {
        return residences.of(List.of(child, parent)).stream()
                .flatMap(residence -> residence.registeredIn().stream())
                .toList();
    }

    private Kinship kinship(RecordKinshipRequest request) {
        KinshipClaim claim = new KinshipClaim(
                fields.citizen("child_id", request.getChildId()),
                onepermit.exchange.identity.Relation.of(request.getRelationValue()),
                fields.citizen("parent_id", request.getParentId()));
        claim.refusal().ifPresent(refusal -> {
            throw new RefusalException(refusal);
        });
        return new Kinship(fields.key(claim.child()), claim.relation(), fields.key(claim.parent()));
    }

    /** Two people who both live in another division look like two without a record; both are looked up all the same. */
    private Relation between(PersonKey child, PersonKey parent) {
        List<DivisionCode> homes = homes(child, parent);
        boolean competent = homes.isEmpty() || fields.owns(homes);
        return kinships.between(child, parent)
                .filter(relation -> competent)
                .map(relation -> Relation.forNumber(relation.code()))
                .orElse(Relation.RELATION_UNSPECIFIED);
    }
}
