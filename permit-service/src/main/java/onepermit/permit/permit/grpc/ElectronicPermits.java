package onepermit.permit.permit.grpc;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.ledger.seal.Certifier;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.permit.RequestFields;
import onepermit.permit.identity.RecordedNames;
import onepermit.permit.permit.ElectronicPermit;
import onepermit.permit.permit.HeldPermits;
import onepermit.permit.permit.PermitStatus;
import onepermit.permit.permit.ResidencePermit;
import onepermit.permit.registration.Residences;
import org.springframework.stereotype.Component;

/** Signs electronic permits with the key of the department's ledger. */
@Component
class ElectronicPermits {
    private final HeldPermits held;
    private final RecordedNames names;
    private final Residences residences;
    private final Certifier certifier;
    private final RequestFields fields;
    private final Clock clock;

    ElectronicPermits(
            HeldPermits held,
            RecordedNames names,
            Residences residences,
            Certifier certifier,
            RequestFields fields,
            Clock clock) {
        this.held = held;
        this.names = names;
        this.residences = residences;
        this.certifier = certifier;
        this.fields = fields;
        this.clock = clock;
    }

    /** Of a permit in the caller's division; any other looks like none. */
    onepermit.permit.v1.ElectronicPermit of(CitizenId citizen) {
        ResidencePermit permit = held.of(fields.key(citizen))
                .filter(found -> fields.owns(found.division()))
                .orElseThrow(HeldPermits::notFound);
        return signed(permit, citizen)
                .orElseThrow(() -> new RefusalException(Refusal.failedPrecondition(
                        "PERMIT_NOT_ACTIVE",
                        "citizen_id",
                        "the permit is suspended or has ended; expected one in force")));
    }

    /** Of the permit just issued, if it is in force today. */
    Optional<onepermit.permit.v1.ElectronicPermit> whereActive(CitizenId citizen) {
        return held.of(fields.key(citizen))
                .filter(permit -> fields.owns(permit.division()))
                .flatMap(permit -> signed(permit, citizen));
    }

    private Optional<onepermit.permit.v1.ElectronicPermit> signed(ResidencePermit permit, CitizenId citizen) {
        if (held.statusToday(permit) != PermitStatus.ACTIVE) {
            return Optional.empty();
        }
        PersonKey person = permit.person();
        ElectronicPermit electronic = new ElectronicPermit(
                permit,
                citizen,
                names.of(person),
                residences
                        .of(person)
                        .registration()
                        .map(period -> new ElectronicPermit.Home(period.division(), period.address())),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return Optional.of(onepermit.permit.v1.ElectronicPermit.newBuilder()
                .setPermit(certifier
                        .certify(ElectronicPermit.KIND, electronic.lines())
                        .toString())
                .setCode(certifier
                        .certify(ElectronicPermit.CODE_KIND, electronic.code())
                        .toString())
                .build());
    }
}
