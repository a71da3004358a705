package onepermit.education.vaccinationcheck.grpc;

import onepermit.education.v1.VaccinationCheck;
import onepermit.education.vaccinationcheck.Checked;
import onepermit.exchange.v1.PendingEvidence;

/** Checks as messages. */
final class CheckMessages {
    private CheckMessages() {}

    static VaccinationCheck checked(Checked checked) {
        PendingEvidence pending = checked.pending();
        return pending == null
                ? noted(checked.check())
                : message(checked.check())
                        .setResult("PENDING")
                        .setPending(pending)
                        .build();
    }

    static VaccinationCheck noted(onepermit.education.vaccinationcheck.VaccinationCheck check) {
        return message(check)
                .setResult(check.missing().isEmpty() ? "COMPLETE" : "INCOMPLETE")
                .build();
    }

    private static VaccinationCheck.Builder message(onepermit.education.vaccinationcheck.VaccinationCheck check) {
        return VaccinationCheck.newBuilder()
                .setPupilRef(check.pupilRef())
                .setSchool(check.school())
                .setEnteredOn(check.enteredOn().toString())
                .addAllMissing(check.missing())
                .setCheckedOn(check.checkedOn().toString())
                .setCheckDue(check.checkDue().toString())
                .setRecheckDue(check.recheckDue().toString());
    }
}
