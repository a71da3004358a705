package onepermit.education.statistics;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.identity.CityOrCounty;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.statistics.StatisticSource;
import onepermit.exchange.statistics.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts pupils: all, migrant ones, and those of them in public schools. */
@Component
class PupilStatistics implements StatisticSource {
    private static final String ALL = "school.pupils";
    private static final String MIGRANT = "school.pupils.migrant";
    private static final String PUBLIC = "school.pupils.migrant.public";
    private static final int PAGE = 1_000;

    private final Pupils pupils;
    private final HukouPlaces hukou;

    PupilStatistics(Pupils pupils, HukouPlaces hukou) {
        this.pupils = pupils;
        this.hukou = hukou;
    }

    @Override
    public Set<String> definitions() {
        return Set.of(ALL, MIGRANT, PUBLIC);
    }

    @Override
    public Map<DivisionCode, Tally> count(String definition, DivisionCode within, LocalDate on) {
        return definition.equals(ALL) ? all(within, on) : migrant(within, on, definition.equals(PUBLIC));
    }

    private Map<DivisionCode, Tally> all(DivisionCode within, LocalDate on) {
        Map<DivisionCode, Tally> tallies = new HashMap<>();
        pupils.count(within, on).forEach((division, count) -> tallies.put(division, new Tally(count, 0)));
        return tallies;
    }

    private Map<DivisionCode, Tally> migrant(DivisionCode within, LocalDate on, boolean publicOnly) {
        Map<DivisionCode, Tally> tallies = new HashMap<>();
        List<Pupil> page = pupils.page(within, on, Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            Map<PersonKey, DivisionCode> places =
                    hukou.of(page.stream().map(Pupil::key).toList(), on);
            for (Pupil pupil : page) {
                Tally one = publicOnly
                        ? inPublicSchool(pupil, places.get(pupil.key()))
                        : tally(migrant(pupil, places.get(pupil.key())));
                tallies.merge(pupil.division(), one, Tally::plus);
            }
            page = pupils.page(within, on, Optional.of(page.getLast().key()), PAGE);
        }
        return tallies;
    }

    private static @Nullable Boolean migrant(Pupil pupil, @Nullable DivisionCode place) {
        return place == null ? null : !CityOrCounty.of(place).equals(CityOrCounty.of(pupil.division()));
    }

    /** Who is no migrant, as far as is known, is not among those of whom it is asked. */
    private static Tally inPublicSchool(Pupil pupil, @Nullable DivisionCode place) {
        return Boolean.TRUE.equals(migrant(pupil, place)) ? tally(pupil.publicSchool()) : tally(false);
    }

    private static Tally tally(@Nullable Boolean counts) {
        return counts == null ? new Tally(0, 1) : new Tally(counts ? 1 : 0, 0);
    }
}
