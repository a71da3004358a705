package onepermit.city;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Questions about the children of a city, for benchmarks: migrant children of Xiamen whose parents are on record. */
public final class CityQuestions {
    private static final Set<String> DIVISIONS = Set.copyOf(Town.ALL.getFirst().districts());

    private CityQuestions() {}

    public static Stream<CityQuestion> of(City city) {
        return city.households()
                .filter(home -> home.migrant() && DIVISIONS.contains(home.district()))
                .flatMap(home -> home.kin().stream()
                        .map(Kin::child)
                        .distinct()
                        .map(child -> new CityQuestion(child, parents(home, child), home.district())));
    }

    private static List<String> parents(Household home, String child) {
        return home.kin().stream()
                .filter(kin -> kin.child().equals(child))
                .map(Kin::parent)
                .toList();
    }
}
