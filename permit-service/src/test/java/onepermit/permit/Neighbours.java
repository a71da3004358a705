package onepermit.permit;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import onepermit.education.v1.EnrolmentFact;
import onepermit.education.v1.EnrolmentPeriod;
import onepermit.exchange.identity.DatasetKeys;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.RoadService;
import onepermit.exchange.testing.TestInfrastructure;
import onepermit.health.v1.BirthFact;
import onepermit.social.v1.ContributionYearFact;
import onepermit.social.v1.EmploymentFact;
import onepermit.social.v1.EmploymentPeriod;
import onepermit.social.v1.InsuranceKind;
import onepermit.social.v1.WageTaxYearFact;
import org.springframework.context.ConfigurableApplicationContext;

/** Social security, education and health, as far as the road goes: they publish what they own and read what public security publishes. */
public final class Neighbours {
    private static final List<InsuranceKind> FIVE = List.of(
            InsuranceKind.INSURANCE_KIND_PENSION,
            InsuranceKind.INSURANCE_KIND_MEDICAL,
            InsuranceKind.INSURANCE_KIND_UNEMPLOYMENT,
            InsuranceKind.INSURANCE_KIND_WORK_INJURY,
            InsuranceKind.INSURANCE_KIND_MATERNITY);

    private final ConfigurableApplicationContext social;
    private final ConfigurableApplicationContext education;
    private final ConfigurableApplicationContext health;

    /** @param road the settings of the road they stand on */
    public Neighbours(Map<String, String> road) {
        social = RoadService.start("social", TestInfrastructure.database(), road);
        education = RoadService.start("education", TestInfrastructure.database(), road);
        health = RoadService.start("health", TestInfrastructure.database(), road);
    }

    /** What social security has read. */
    public FactReader socialReader() {
        return social.getBean(FactReader.class);
    }

    public void employs(PersonKey person, String division, int from) {
        employs(
                person,
                EmploymentPeriod.newBuilder()
                        .setDivision(division)
                        .setFrom(from)
                        .build());
    }

    /** @param employer unified social credit code, which goes out as a pair tag */
    public void employs(PersonKey person, String division, int from, String employer) {
        byte[] tag = social.getBean(DatasetKeys.class)
                .tag("employment.current", person.bytes(), employer.getBytes(StandardCharsets.UTF_8));
        employs(
                person,
                EmploymentPeriod.newBuilder()
                        .setDivision(division)
                        .setFrom(from)
                        .setEmployerTag(ByteString.copyFrom(tag))
                        .build());
    }

    private void employs(PersonKey person, EmploymentPeriod period) {
        EmploymentFact job = EmploymentFact.newBuilder().addPeriods(period).build();
        new Owner(social)
                .publish(List.of(new FactChange(
                        "employment.current", person, "employment", "onepermit.employment.EmploymentChanged.v1", job)));
    }

    /** All five insurances in some months of a year. */
    public void insures(PersonKey person, String place, int year, int... months) {
        new Owner(social)
                .publish(FIVE.stream()
                        .map(kind -> new FactChange(
                                "si.months",
                                person,
                                place + "/" + kind.getNumber() + "/" + year,
                                "onepermit.contribution.ContributionPosted.v1",
                                ContributionYearFact.newBuilder()
                                        .setPlace(place)
                                        .setKind(kind.getNumber())
                                        .setYear(year)
                                        .setPaid(bits(months))
                                        .build()))
                        .toList());
    }

    public void taxes(PersonKey person, String place, int year, int... months) {
        WageTaxYearFact tax = WageTaxYearFact.newBuilder()
                .setPlace(place)
                .setYear(year)
                .setMonths(bits(months))
                .build();
        new Owner(social)
                .publish(List.of(new FactChange(
                        "iit.months", person, place + "/" + year, "onepermit.tax.WageTaxPosted.v1", tax)));
    }

    public void enrols(PersonKey person, String division, int from) {
        EnrolmentFact roll = EnrolmentFact.newBuilder()
                .addPeriods(EnrolmentPeriod.newBuilder()
                        .setDivision(division)
                        .setStage("UNIVERSITY")
                        .setSchool("S-1")
                        .setFrom(from))
                .build();
        new Owner(education)
                .publish(List.of(new FactChange(
                        "enrolment.record", person, "enrolment", "onepermit.roll.EnrolmentConfirmed.v1", roll)));
    }

    /** @param relation 1 father, 2 mother */
    public void bears(PersonKey child, int relation, PersonKey parent) {
        byte[] tag = health.getBean(DatasetKeys.class)
                .tag("birth.record", child.bytes(), new byte[] {(byte) relation}, parent.bytes());
        new Owner(health)
                .publish(List.of(new FactChange(
                        "birth.record",
                        child,
                        "birth",
                        "onepermit.birth.BirthRegistered.v1",
                        BirthFact.newBuilder().addTags(ByteString.copyFrom(tag)).build())));
    }

    private static int bits(int... months) {
        int bits = 0;
        for (int month : months) {
            bits |= 1 << (month - 1);
        }
        return bits;
    }
}
