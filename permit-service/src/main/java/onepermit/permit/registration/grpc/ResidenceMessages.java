package onepermit.permit.registration.grpc;

import java.time.LocalDate;
import java.util.List;
import onepermit.permit.registration.AddressPeriod;
import onepermit.permit.registration.Residence;
import onepermit.permit.v1.ResidenceKind;
import onepermit.permit.v1.ResidencePeriod;

/** A residence as the contract writes it. */
final class ResidenceMessages {
    private ResidenceMessages() {}

    static List<ResidencePeriod> periods(Residence residence) {
        return residence.periods().stream().map(ResidenceMessages::period).toList();
    }

    private static ResidencePeriod period(AddressPeriod period) {
        LocalDate to = period.to();
        return ResidencePeriod.newBuilder()
                .setDivision(period.division().value())
                .setAddress(period.address())
                .setKind(ResidenceKind.forNumber(period.kind().code()))
                .setFrom(period.from().toString())
                .setTo(to == null ? "" : to.toString())
                .build();
    }
}
