package onepermit.permit.settlement.grpc;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.grpc.MethodDescriptor;
import io.grpc.Status.Code;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.rpc.RequestLog;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.Looks;
import onepermit.permit.OwnerTransaction;
import onepermit.permit.RequestFields;
import onepermit.permit.settlement.FixCutOff;
import onepermit.permit.settlement.OpenIntake;
import onepermit.permit.settlement.RankSettlement;
import onepermit.permit.settlement.ReadSettlements;
import onepermit.permit.v1.FixCutOffRequest;
import onepermit.permit.v1.FixCutOffResponse;
import onepermit.permit.v1.GetIntakeRequest;
import onepermit.permit.v1.GetIntakeResponse;
import onepermit.permit.v1.OpenIntakeRequest;
import onepermit.permit.v1.OpenIntakeResponse;
import onepermit.permit.v1.RankSettlementRequest;
import onepermit.permit.v1.RankSettlementResponse;
import onepermit.permit.v1.SettlementServiceGrpc;
import org.springframework.stereotype.Component;

/** Intakes: opened, ranked and ended by the city's office. What is about all who filed is recorded of each of them. */
@Component
class IntakeCalls {
    /** Persons in one leaf of the ledger. */
    private static final int LEAF = 1_000;

    private final OpenIntake open;
    private final RankSettlement rank;
    private final FixCutOff cutOff;
    private final ReadSettlements read;
    private final RequestFields fields;
    private final OwnerTransaction transaction;
    private final RequestLog requests;
    private final Looks looks;
    private final SettlementMessages messages;

    IntakeCalls(
            OpenIntake open,
            RankSettlement rank,
            FixCutOff cutOff,
            ReadSettlements read,
            RequestFields fields,
            OwnerTransaction transaction,
            RequestLog requests,
            Looks looks,
            SettlementMessages messages) {
        this.open = open;
        this.rank = rank;
        this.cutOff = cutOff;
        this.read = read;
        this.fields = fields;
        this.transaction = transaction;
        this.requests = requests;
        this.looks = looks;
        this.messages = messages;
    }

    OpenIntakeResponse open(OpenIntakeRequest request) {
        DivisionCode city = fields.division("division", request.getDivision());
        requireOwn(fields.owns(city), city);
        var opens = Dates.read("opens", request.getOpens());
        var closes = Dates.read("closes", request.getCloses());
        var reckonedOn = Dates.read("reckoned_on", request.getReckonedOn());
        return once(
                SettlementServiceGrpc.getOpenIntakeMethod(),
                request.getRequestId(),
                OpenIntakeResponse.parser(),
                () -> OpenIntakeResponse.newBuilder()
                        .setIntake(messages.intake(open.open(city, opens, closes, reckonedOn, request.getQuota())))
                        .build());
    }

    GetIntakeResponse get(GetIntakeRequest request) {
        DivisionCode city = fields.division("division", request.getDivision());
        requireOwn(fields.isOfCity(city), city);
        return GetIntakeResponse.newBuilder()
                .setIntake(messages.intake(read.intake(city, request.getYear())))
                .build();
    }

    RankSettlementResponse rank(RankSettlementRequest request) {
        DivisionCode city = fields.ownDivision("division", request.getDivision(), request.getContext());
        return ofAll(
                SettlementServiceGrpc.getRankSettlementMethod(),
                request.getContext(),
                read.persons(city, request.getYear()),
                () -> once(
                        SettlementServiceGrpc.getRankSettlementMethod(),
                        request.getRequestId(),
                        RankSettlementResponse.parser(),
                        () -> RankSettlementResponse.newBuilder()
                                .setIntake(messages.intake(rank.rank(city, request.getYear())))
                                .build()));
    }

    FixCutOffResponse fixCutOff(FixCutOffRequest request) {
        DivisionCode city = fields.ownDivision("division", request.getDivision(), request.getContext());
        return ofAll(
                SettlementServiceGrpc.getFixCutOffMethod(),
                request.getContext(),
                read.persons(city, request.getYear()),
                () -> once(
                        SettlementServiceGrpc.getFixCutOffMethod(),
                        request.getRequestId(),
                        FixCutOffResponse.parser(),
                        () -> FixCutOffResponse.newBuilder()
                                .setIntake(messages.intake(
                                        cutOff.fix(city, request.getYear(), request.getPoints(), request.getEtag())))
                                .build()));
    }

    private <R extends Message> R once(
            MethodDescriptor<?, R> method, String requestId, Parser<R> parser, Supplier<R> change) {
        return transaction.on(List.of(), () -> requests.once(requestId, method.getFullMethodName(), parser, change));
    }

    private <R extends Message> R ofAll(
            MethodDescriptor<?, R> method, RequestContext context, List<PersonKey> persons, Supplier<R> change) {
        String name = method.getFullMethodName();
        List<List<PersonKey>> leaves = leaves(persons);
        R answer = looks.refusalsToo(name, context, leaves.getFirst(), List.of(), change);
        leaves.forEach(leaf -> looks.recorded(name, context, leaf, List.of(), answer));
        return answer;
    }

    private static List<List<PersonKey>> leaves(List<PersonKey> persons) {
        return persons.isEmpty()
                ? List.of(persons)
                : IntStream.iterate(0, from -> from < persons.size(), from -> from + LEAF)
                        .mapToObj(from -> persons.subList(from, Math.min(from + LEAF, persons.size())))
                        .toList();
    }

    private static void requireOwn(boolean own, DivisionCode city) {
        if (!own) {
            throw new RefusalException(new Refusal(
                    Code.PERMISSION_DENIED,
                    "DIVISION",
                    "division",
                    "division " + city.value() + " is not inside the caller's division"));
        }
    }
}
