package onepermit.health.birth.grpc;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.Look;
import onepermit.health.RecordedCalls;
import onepermit.health.RequestFields;
import onepermit.health.birth.Birth;
import onepermit.health.birth.BirthParent;
import onepermit.health.birth.MatchBirths;
import onepermit.health.birth.RecordBirths;
import onepermit.health.recipient.Recipient;
import onepermit.health.v1.BirthMatch;
import onepermit.health.v1.BirthServiceGrpc;
import onepermit.health.v1.MatchBirthRequest;
import onepermit.health.v1.MatchBirthResponse;
import onepermit.health.v1.RecordBirthRequest;
import onepermit.health.v1.RecordBirthResponse;
import org.springframework.stereotype.Component;

/** {@code BirthService} on the wire. */
@Component
class BirthEndpoint extends BirthServiceGrpc.BirthServiceImplBase {
    private static final List<String> DATASETS = List.of(RecordBirths.DATASET);

    private final RequestFields fields;
    private final RecordBirths record;
    private final MatchBirths matches;
    private final RecordedCalls calls;
    private final Clock clock;

    BirthEndpoint(RequestFields fields, RecordBirths record, MatchBirths matches, RecordedCalls calls, Clock clock) {
        this.fields = fields;
        this.record = record;
        this.matches = matches;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public void recordBirth(RecordBirthRequest request, StreamObserver<RecordBirthResponse> answer) {
        Birth birth = birth(request);
        List<PersonKey> persons = Stream.concat(
                        Stream.of(birth.child().key()), birth.parents().stream().map(BirthParent::parent))
                .toList();
        Look look =
                RecordedCalls.look(BirthServiceGrpc.getRecordBirthMethod(), request.getContext(), persons, DATASETS);
        answer.onNext(calls.once(look, request.getRequestId(), RecordBirthResponse.parser(), () -> {
            record.record(List.of(birth));
            return RecordBirthResponse.getDefaultInstance();
        }));
        answer.onCompleted();
    }

    @Override
    public void matchBirth(MatchBirthRequest request, StreamObserver<MatchBirthResponse> answer) {
        fields.requireAgreed(RecordBirths.DATASET, request.getContext());
        PersonKey child = fields.person("child_id", request.getChildId());
        PersonKey parent = fields.person("parent_id", request.getParentId());
        Look look = RecordedCalls.look(
                BirthServiceGrpc.getMatchBirthMethod(), request.getContext(), List.of(child, parent), DATASETS);
        answer.onNext(calls.recorded(
                look,
                MatchBirthResponse.newBuilder()
                        .setMatch(
                                matches.onRecord(child, parent)
                                        ? BirthMatch.BIRTH_MATCH_ON_RECORD
                                        : BirthMatch.BIRTH_MATCH_NO_RECORD)
                        .build()));
        answer.onCompleted();
    }

    private Birth birth(RecordBirthRequest request) {
        DivisionCode division = fields.ownDivision("division", request.getDivision(), request.getContext());
        Optional<Recipient> father = Optional.of(request.getFatherId())
                .filter(text -> !text.isEmpty())
                .map(text -> fields.recipient("father_id", text));
        return new Birth(
                fields.recipient("child_id", request.getChildId()),
                fields.recipient("mother_id", request.getMotherId()),
                father,
                division,
                LocalDate.now(clock));
    }
}
