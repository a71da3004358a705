package onepermit.health.birthservice.grpc;

import java.time.LocalDate;
import onepermit.health.birthservice.Deadlines;
import onepermit.health.birthservice.Registration;
import onepermit.health.v1.BirthServiceRegistration;
import onepermit.health.v1.BirthServiceState;
import onepermit.health.v1.Verification;

/** Registrations as messages. */
final class RegistrationMessages {
    private RegistrationMessages() {}

    static BirthServiceRegistration of(Registration registration, Deadlines deadlines) {
        BirthServiceRegistration.Builder message = BirthServiceRegistration.newBuilder()
                .setId(registration.id())
                .setDivision(registration.division().value())
                .setState(state(registration.state()))
                .setOpenedOn(registration.openedOn().toString())
                .setDecidedOn(registration.decidedOn().map(LocalDate::toString).orElse(""))
                .setReason(registration.reason());
        registration.verifications().forEach(asked -> message.addVerifications(of(asked)));
        if (registration.state() == Registration.State.REGISTERED) {
            registration
                    .decidedOn()
                    .ifPresent(on -> message.setTellBy(deadlines.tellBy(on).toString()));
        }
        return message.build();
    }

    static Verification.Builder of(onepermit.health.birthservice.Verification asked) {
        return Verification.newBuilder()
                .setId(asked.id())
                .setSpouse(asked.spouse().name())
                .setDivision(asked.division().value())
                .setAskBy(asked.askBy().toString())
                .setAnswerBy(asked.answerBy().toString())
                .setStanding(asked.standing().name())
                .setRemark(asked.remark());
    }

    private static BirthServiceState state(Registration.State state) {
        return switch (state) {
            case VERIFYING -> BirthServiceState.BIRTH_SERVICE_STATE_VERIFYING;
            case NEEDS_REVIEW -> BirthServiceState.BIRTH_SERVICE_STATE_NEEDS_REVIEW;
            case REGISTERED -> BirthServiceState.BIRTH_SERVICE_STATE_REGISTERED;
            case REFUSED -> BirthServiceState.BIRTH_SERVICE_STATE_REFUSED;
        };
    }
}
