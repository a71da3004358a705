package onepermit.education.admission;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import onepermit.education.Surroundings;
import onepermit.education.v1.Guardian;
import onepermit.education.v1.VerifyEligibilityRequest;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.DatasetKeys;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.Names;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.v1.Purpose;
import onepermit.exchange.v1.RequestContext;
import onepermit.health.v1.DueDose;
import onepermit.health.v1.FamilyPlanningFact;
import onepermit.health.v1.ImmunisationFact;
import onepermit.permit.v1.AddressPeriod;
import onepermit.permit.v1.Dwelling;
import onepermit.permit.v1.DwellingFact;
import onepermit.permit.v1.KinshipFact;
import onepermit.permit.v1.NameTagFact;
import onepermit.permit.v1.PermitFact;
import onepermit.permit.v1.ResidenceFact;
import onepermit.social.v1.ContributionYearFact;
import onepermit.social.v1.EmploymentFact;
import onepermit.social.v1.EmploymentPeriod;
import onepermit.social.v1.InsuranceKind;

/** A family that does not exist, and what the other departments publish of it. */
final class Household {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final String child;
    final String father;
    final String mother;
    private final Surroundings ground;
    private final Map<String, List<FactChange>> changes = new HashMap<>();
    private final List<ByteString> kinship = new ArrayList<>();

    Household(Surroundings ground, int born) {
        this.ground = ground;
        int number = NUMBER.incrementAndGet();
        this.child = id(number, born, 3);
        this.father = id(number, 19880504, 1);
        this.mother = id(number, 19900821, 2);
    }

    /** The family of the published example in a division and school year, in all but the names. */
    static Household settled(Surroundings ground, int born, String division, int year) {
        Household family = new Household(ground, born);
        int before = year * 10_000 + 801;
        family.kin(family.father, 1).kin(family.mother, 2);
        family.lives(family.father, division, before - 50_000).works(family.father, division, before - 50_000);
        family.lives(family.mother, division, before - 20_000).works(family.mother, division, before - 20_000);
        return family.insured(family.father, year - 6, 8, year, 7)
                .insured(family.mother, year - 2, 8, year, 7)
                .planned(family.father)
                .planned(family.mother)
                .vaccinated();
    }

    /** Division 99 belongs to nobody; odd sequence numbers are men's. */
    private static String id(int number, int born, int sequence) {
        String body = String.format("99%04d%d%03d", number, born, sequence);
        return body + CitizenIds.checkDigit(body);
    }

    Household kin(String parent, int relation) {
        byte[] tag = ground.bean(DatasetKeys.class)
                .tag(
                        "hukou.kinship",
                        key(child).bytes(),
                        new byte[] {(byte) relation},
                        key(parent).bytes());
        kinship.add(ByteString.copyFrom(tag));
        return change(
                "permit",
                "hukou.kinship",
                child,
                "kinship",
                KinshipFact.newBuilder().addAllTags(kinship).build());
    }

    Household named(String person, String name) {
        byte[] tag = ground.bean(DatasetKeys.class)
                .tag("name.tag", Names.normalise(name).getBytes(StandardCharsets.UTF_8));
        return change(
                "permit",
                "name.tag",
                person,
                "name",
                NameTagFact.newBuilder().setTag(ByteString.copyFrom(tag)).build());
    }

    Household lives(String person, String division, int from) {
        AddressPeriod period = AddressPeriod.newBuilder()
                .setDivision(division)
                .setKind(1)
                .setFrom(from)
                .build();
        return change(
                "permit",
                "residence.registration",
                person,
                "residence",
                ResidenceFact.newBuilder().addPeriods(period).build());
    }

    /** Lived in one division until the day before, and in another one since. */
    Household moves(String person, String division, int from, String to, int since) {
        ResidenceFact moved = ResidenceFact.newBuilder()
                .addPeriods(AddressPeriod.newBuilder()
                        .setDivision(division)
                        .setKind(1)
                        .setFrom(from)
                        .setTo(Dates.toCode(Dates.fromCode(since).minusDays(1))))
                .addPeriods(
                        AddressPeriod.newBuilder().setDivision(to).setKind(1).setFrom(since))
                .build();
        return change("permit", "residence.registration", person, "residence", moved);
    }

    Household owns(String person, String division, int shareBp) {
        Dwelling home = Dwelling.newBuilder()
                .setDivision(division)
                .setKind("OWNED")
                .setFrom(20150101)
                .setShareBp(shareBp)
                .setUsage("RESIDENTIAL")
                .build();
        return change(
                "permit",
                "dwelling",
                person,
                "dwelling",
                DwellingFact.newBuilder().addDwellings(home).build());
    }

    Household works(String person, String division, int from) {
        EmploymentPeriod period = EmploymentPeriod.newBuilder()
                .setDivision(division)
                .setFrom(from)
                .build();
        return change(
                "social",
                "employment.current",
                person,
                "employment",
                EmploymentFact.newBuilder().addPeriods(period).build());
    }

    Household insured(String person, int fromYear, int fromMonth, int toYear, int toMonth) {
        for (int year = fromYear; year <= toYear; year++) {
            int first = year == fromYear ? fromMonth : 1;
            int last = year == toYear ? toMonth : 12;
            int paid = (1 << last) - (1 << (first - 1));
            change(
                    "social",
                    "si.months",
                    person,
                    "350200/PENSION/" + year,
                    ContributionYearFact.newBuilder()
                            .setPlace("350200")
                            .setKind(1)
                            .setYear(year)
                            .setPaid(paid)
                            .build());
        }
        return this;
    }

    /** Paid in every month of a year. */
    Household paid(String person, String place, InsuranceKind kind, int year) {
        return change(
                "social",
                "si.months",
                person,
                place + "/" + kind.getNumber() + "/" + year,
                ContributionYearFact.newBuilder()
                        .setPlace(place)
                        .setKind(kind.getNumber())
                        .setYear(year)
                        .setPaid(0xFFF)
                        .build());
    }

    /** A permit whose residence years count from a day, endorsed far enough. */
    Household permitted(String person, String division, int countFrom) {
        return change(
                "permit",
                "permit.status",
                person,
                "permit",
                PermitFact.newBuilder()
                        .setDivision(division)
                        .setPermitClass("ORDINARY")
                        .setIssuedOn(countFrom)
                        .setYearsCountFrom(countFrom)
                        .setEndorsedTo(20301231)
                        .build());
    }

    Household planned(String person) {
        return change(
                "health",
                "fp.flag",
                person,
                "fp",
                FamilyPlanningFact.newBuilder().setCompliant(true).build());
    }

    Household vaccinated(DueDose... due) {
        return change(
                "health",
                "immunisation.assessment",
                child,
                "immunisation",
                ImmunisationFact.newBuilder()
                        .addAllDue(List.of(due))
                        .setSchedule("CN-NIP-2021")
                        .build());
    }

    /** Takes back what {@link #vaccinated} would publish. */
    Household withoutVaccination() {
        changes.values()
                .forEach(facts -> facts.removeIf(change -> change.dataset().equals("immunisation.assessment")));
        return this;
    }

    static DueDose due(String vaccine, int number, int on) {
        return DueDose.newBuilder()
                .setVaccine(vaccine)
                .setNumber(number)
                .setDueOn(on)
                .build();
    }

    /** Publishes what has changed and waits until it is known. */
    Household known() {
        ground.publish(changes, List.of(key(child), key(father), key(mother)));
        changes.clear();
        return this;
    }

    VerifyEligibilityRequest.Builder asked(String division, int year) {
        return VerifyEligibilityRequest.newBuilder()
                .setChildId(child)
                .addGuardians(Guardian.newBuilder().setCitizenId(father))
                .addGuardians(Guardian.newBuilder().setCitizenId(mother))
                .setDivision(division)
                .setSchoolYear(year)
                .setContext(context());
    }

    static RequestContext context() {
        return RequestContext.newBuilder()
                .setPurpose(Purpose.PURPOSE_SCHOOL_ADMISSION)
                .setCaseRef("SM-TEST-1")
                .build();
    }

    private Household change(String department, String dataset, String person, String factId, Message payload) {
        changes.computeIfAbsent(department, d -> new ArrayList<>())
                .add(new FactChange(dataset, key(person), factId, "onepermit.test.Changed.v1", payload));
        return this;
    }

    private PersonKey key(String id) {
        return ground.bean(PersonKeys.class).of(new CitizenId(id));
    }
}
