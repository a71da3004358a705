package onepermit.permit.identity.grpc;

import io.grpc.stub.StreamObserver;
import java.util.List;
import onepermit.exchange.identity.PersonKey;
import onepermit.permit.Looks;
import onepermit.permit.RequestFields;
import onepermit.permit.identity.CompareNames;
import onepermit.permit.identity.NameComparison;
import onepermit.permit.v1.IdentityServiceGrpc;
import onepermit.permit.v1.MatchNameRequest;
import onepermit.permit.v1.MatchNameResponse;
import onepermit.permit.v1.NameMatch;
import org.springframework.stereotype.Component;

@Component
class IdentityGrpc extends IdentityServiceGrpc.IdentityServiceImplBase {
    private final RequestFields fields;
    private final CompareNames names;
    private final Looks looks;

    IdentityGrpc(RequestFields fields, CompareNames names, Looks looks) {
        this.fields = fields;
        this.names = names;
        this.looks = looks;
    }

    @Override
    public void matchName(MatchNameRequest request, StreamObserver<MatchNameResponse> answer) {
        fields.requireAgreed("name.tag", request.getContext());
        PersonKey person = fields.person("citizen_id", request.getCitizenId());
        NameComparison comparison = names.compare(person, request.getName());
        answer.onNext(looks.recorded(
                IdentityServiceGrpc.getMatchNameMethod().getFullMethodName(),
                request.getContext(),
                List.of(person),
                List.of("name.tag"),
                response(comparison)));
        answer.onCompleted();
    }

    private static MatchNameResponse response(NameComparison comparison) {
        return MatchNameResponse.newBuilder()
                .setMatch(match(comparison))
                .setExplanationZh(comparison.explanationZh())
                .setExplanationEn(comparison.explanationEn())
                .build();
    }

    private static NameMatch match(NameComparison comparison) {
        return switch (comparison.match()) {
            case EXACT -> NameMatch.NAME_MATCH_EXACT;
            case NORMALISED -> NameMatch.NAME_MATCH_NORMALISED;
            case VARIANT -> NameMatch.NAME_MATCH_VARIANT;
            case DIFFERENT -> NameMatch.NAME_MATCH_DIFFERENT;
            case NO_RECORD -> NameMatch.NAME_MATCH_NO_RECORD;
        };
    }
}
