package onepermit.education.ranking.project;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onepermit.education.application.Guardian;
import onepermit.education.application.SchoolApplication;
import onepermit.education.ranking.CorrectionState;
import onepermit.education.ranking.Objection;
import onepermit.education.ranking.OwnersCorrections;
import onepermit.education.ranking.UnsentObjection;
import onepermit.education.round.Rounds;
import onepermit.exchange.correction.Outcome;
import onepermit.exchange.correction.OwnersDesk;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.FactsRead;
import onepermit.exchange.v1.CorrectionFact;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RaiseCorrectionRequest;
import onepermit.exchange.v1.RequestContext;
import org.springframework.stereotype.Component;

/** Objections at the departments that own the facts: raised there as corrections, and followed by what those publish. */
@Component
class OwnersInbox implements OwnersCorrections {
    private final OwnersDesk desk;
    private final FactReader reader;
    private final Rounds rounds;

    OwnersInbox(OwnersDesk desk, FactReader reader, Rounds rounds) {
        this.desk = desk;
        this.reader = reader;
        this.rounds = rounds;
    }

    private record Heard(PersonKey person, CorrectionFact fact) {}

    @Override
    public Sent send(UnsentObjection unsent, SchoolApplication application) {
        Objection objection = unsent.objection();
        String division = rounds.known(application.round()).division().value();
        RaiseCorrectionRequest request = RaiseCorrectionRequest.newBuilder()
                .setCitizenId(unsent.citizen())
                .setDataset(objection.dataset())
                .setDivision(division)
                .setClaimed(unsent.claimed())
                .setStatement(objection.statement())
                .setRaisedIn(division)
                .setRequestId(objection.id().toString())
                .setContext(RequestContext.newBuilder()
                        .setPurpose(Purpose.PURPOSE_SCHOOL_ADMISSION)
                        .setCaseRef(objection.number()))
                .build();
        return switch (desk.raise(objection.owner(), request)) {
            case OwnersDesk.Said.Raised raised -> new Sent.Raised(raised.id());
            case OwnersDesk.Said.Refused refused -> new Sent.Refused(refused.reason());
            case OwnersDesk.Said.Later later -> new Sent.Later(later.cause());
        };
    }

    @Override
    public CorrectionState of(Objection objection, SchoolApplication application, RequestContext context) {
        if (objection.owner().isEmpty() || objection.owner().equals("education")) {
            return CorrectionState.NONE;
        }
        if (!objection.correction().refusal().isEmpty()) {
            return CorrectionState.refused(objection.correction().refusal());
        }
        if (objection.correction().id().isEmpty()) {
            return CorrectionState.ON_ITS_WAY;
        }
        FactsRead read = reader.read(persons(application), context);
        return heard(objection, application, read)
                .map(heard -> state(objection, heard, read))
                .orElse(new CorrectionState("OPEN", false));
    }

    /** A record that was corrected must be in the copy too: the copy is complete up to a time, and the answer has one. */
    private static CorrectionState state(Objection objection, Heard heard, FactsRead read) {
        Instant answered = Instant.ofEpochMilli(heard.fact().getAnsweredAtMillis());
        return switch (heard.fact().getStanding()) {
            case CORRECTION_STANDING_CORRECTED ->
                read.find(heard.person(), objection.dataset()).asOf().isBefore(answered)
                        ? CorrectionState.ARRIVING
                        : new CorrectionState("CORRECTED", true);
            case CORRECTION_STANDING_NOT_CORRECTED -> new CorrectionState("NOT_CORRECTED", true);
            case CORRECTION_STANDING_MORE_NEEDED -> new CorrectionState("MORE_NEEDED", false);
            case CORRECTION_STANDING_OPEN, CORRECTION_STANDING_UNSPECIFIED, UNRECOGNIZED ->
                new CorrectionState("OPEN", false);
        };
    }

    private static Optional<Heard> heard(Objection objection, SchoolApplication application, FactsRead read) {
        return persons(application).stream()
                .flatMap(person -> read.find(person, Outcome.dataset(objection.owner())).rows().stream()
                        .filter(row ->
                                row.factId().equals(objection.correction().id()))
                        .map(row -> new Heard(person, fact(row))))
                .findFirst();
    }

    private static List<PersonKey> persons(SchoolApplication application) {
        return Stream.concat(
                        Stream.of(application.child()),
                        application.guardians().stream().map(Guardian::key))
                .toList();
    }

    private static CorrectionFact fact(FactRow row) {
        try {
            return CorrectionFact.parseFrom(row.payload());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a stored fact cannot be read", e);
        }
    }
}
