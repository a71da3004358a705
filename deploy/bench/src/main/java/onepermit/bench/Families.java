package onepermit.bench;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import onepermit.education.v1.Guardian;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;

/** Families of three by number, all of division 99: father and mother settled in Siming, a child of age for 2025. */
final class Families {
    static final int MEMBERS = 3;
    private static final LocalDate FATHERS = LocalDate.of(1985, 1, 1);
    private static final LocalDate MOTHERS = LocalDate.of(1986, 1, 1);
    private static final LocalDate CHILDREN = LocalDate.of(2018, 9, 1);
    private static final int DAYS = 365;
    private static final int SEQUENCES = 499;

    private Families() {}

    static CitizenId father(int family) {
        return id(family, FATHERS, 1);
    }

    static CitizenId mother(int family) {
        return id(family, MOTHERS, 0);
    }

    static CitizenId child(int family) {
        return id(family, CHILDREN, 0);
    }

    static VerifyEligibilityRequest question(int family) {
        return VerifyEligibilityRequest.newBuilder()
                .setChildId(child(family).value())
                .addGuardians(Guardian.newBuilder().setCitizenId(father(family).value()))
                .addGuardians(Guardian.newBuilder().setCitizenId(mother(family).value()))
                .setDivision("350203")
                .setSchoolYear(2025)
                .setContext(RequestContext.newBuilder()
                        .setPurpose(Purpose.PURPOSE_SCHOOL_ADMISSION)
                        .setCaseRef("BENCH"))
                .build();
    }

    private static CitizenId id(int family, LocalDate first, int odd) {
        int division = 990_001 + family / (DAYS * SEQUENCES);
        var born = first.plusDays(family % DAYS).format(DateTimeFormatter.BASIC_ISO_DATE);
        var digits = division + born + String.format("%03d", family / DAYS % SEQUENCES * 2 + odd);
        return new CitizenId(digits + CitizenIds.checkDigit(digits));
    }
}
