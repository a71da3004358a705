package onepermit.city;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import onepermit.health.v1.FamilyPlanningFact;
import onepermit.permit.v1.AddressPeriod;
import onepermit.permit.v1.Dwelling;
import onepermit.permit.v1.DwellingFact;
import onepermit.permit.v1.HukouFact;
import onepermit.permit.v1.KinshipFact;
import onepermit.permit.v1.NameTagFact;
import onepermit.permit.v1.PermitFact;
import onepermit.permit.v1.Relation;
import onepermit.permit.v1.ResidenceFact;
import onepermit.permit.v1.ResidenceKind;
import org.jspecify.annotations.Nullable;

/** The facts of a city as education's replica holds them, made without the departments: for benchmarks of large replicas. */
public final class CityFacts {
    private final City city;
    private final Tags tags;

    public CityFacts(City city, Tags tags) {
        this.city = city;
        this.tags = tags;
    }

    /** One at a time, in the order of the households. */
    public Stream<CityFact> stream() {
        return city.households().flatMap(this::of);
    }

    private Stream<CityFact> of(Household home) {
        return home.members().stream().flatMap(person -> of(home, person).stream());
    }

    private List<CityFact> of(Household home, Resident person) {
        List<CityFact> facts = new ArrayList<>();
        add(facts, person, "hukou.place", "hukou", hukou(person));
        add(facts, person, "name.tag", "name", name(person));
        add(facts, person, "residence.registration", "residence", residence(person));
        add(facts, person, "permit.status", "permit", permit(person));
        add(facts, person, "dwelling", "dwelling", dwelling(person));
        add(facts, person, "hukou.kinship", "kinship", kinship(home, person));
        add(facts, person, "employment.current", "employment", SocialFacts.employment(person));
        SocialFacts.contributions(person).forEach((id, fact) -> add(facts, person, "si.months", id, fact));
        SocialFacts.wageTax(person).forEach((id, fact) -> add(facts, person, "iit.months", id, fact));
        add(facts, person, "immunisation.assessment", "immunisation", DosesDue.of(person));
        Boolean compliant = person.familyPlanning();
        if (compliant != null) {
            FamilyPlanningFact fact =
                    FamilyPlanningFact.newBuilder().setCompliant(compliant).build();
            facts.add(new CityFact(person.id(), "fp.flag", "fp", fact));
        }
        return facts;
    }

    /** A fact that says nothing is not published. */
    private static void add(List<CityFact> facts, Resident person, String dataset, String id, MessageLite payload) {
        if (payload.getSerializedSize() > 0) {
            facts.add(new CityFact(person.id(), dataset, id, payload));
        }
    }

    private static MessageLite hukou(Resident person) {
        return HukouFact.newBuilder()
                .setDivision(person.hukou())
                .setSince(code(person.hukouSince()))
                .build();
    }

    private MessageLite name(Resident person) {
        return NameTagFact.newBuilder()
                .setTag(ByteString.copyFrom(tags.name(person.name())))
                .build();
    }

    private static MessageLite residence(Resident person) {
        ResidenceFact.Builder fact = ResidenceFact.newBuilder();
        for (Stay stay : person.stays()) {
            fact.addPeriods(AddressPeriod.newBuilder()
                    .setDivision(stay.division())
                    .setKind(ResidenceKind.valueOf("RESIDENCE_KIND_" + stay.kind())
                            .getNumber())
                    .setFrom(code(stay.from()))
                    .setTo(code(stay.to())));
        }
        return fact.build();
    }

    private static MessageLite permit(Resident person) {
        return person.permits().stream()
                .findFirst()
                .map(card -> PermitFact.newBuilder()
                        .setDivision(card.division())
                        .setPermitClass("ORDINARY")
                        .setIssuedOn(code(card.issuedOn()))
                        .setEndorsedTo(code(card.endorsedTo()))
                        .setYearsCountFrom(code(card.issuedOn()))
                        .setCancelledOn(code(card.cancelledOn()))
                        .build())
                .orElse(PermitFact.getDefaultInstance());
    }

    private static MessageLite dwelling(Resident person) {
        DwellingFact.Builder fact = DwellingFact.newBuilder();
        for (Home home : person.homes()) {
            fact.addDwellings(Dwelling.newBuilder()
                    .setDivision(home.division())
                    .setKind(home.kind())
                    .setFrom(code(home.from()))
                    .setTo(code(home.to()))
                    .setShareBp(home.shareBp())
                    .setUsage(home.usage()));
        }
        return fact.build();
    }

    private MessageLite kinship(Household home, Resident child) {
        KinshipFact.Builder fact = KinshipFact.newBuilder();
        for (Kin kin : home.kin()) {
            if (kin.child().equals(child.id())) {
                int relation = Relation.valueOf("RELATION_" + kin.relation()).getNumber();
                fact.addTags(ByteString.copyFrom(tags.kinship(kin.child(), relation, kin.parent())));
            }
        }
        return fact.build();
    }

    /** yyyymmdd; 0 = none. */
    static int code(@Nullable LocalDate date) {
        return date == null ? 0 : date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }
}
