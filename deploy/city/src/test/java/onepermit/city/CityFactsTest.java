package onepermit.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import onepermit.health.v1.DueDose;
import onepermit.health.v1.ImmunisationFact;
import onepermit.social.v1.ContributionYearFact;
import org.junit.jupiter.api.Test;

class CityFactsTest {
    private static final Tags TAGS = new Tags() {
        @Override
        public byte[] kinship(String child, int relation, String parent) {
            return (child + relation + parent).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] name(String name) {
            return name.getBytes(StandardCharsets.UTF_8);
        }
    };

    @Test
    void a_person_has_at_most_one_fact_of_an_id() {
        List<CityFact> facts = new CityFacts(new City(1, 3_000), TAGS).stream().toList();
        Set<String> keys = facts.stream()
                .map(fact -> fact.citizenId() + fact.dataset() + fact.factId())
                .collect(Collectors.toSet());
        assertThat(keys).hasSameSizeAs(facts);
        assertThat(facts.stream().map(CityFact::dataset).collect(Collectors.toSet()))
                .hasSize(11);
    }

    @Test
    void the_facts_of_the_named_families_say_what_their_stories_tell() {
        Map<String, CityFact> facts = new CityFacts(new City(1, 0), TAGS)
                .stream()
                        .collect(Collectors.toMap(
                                fact -> fact.citizenId() + " " + fact.dataset() + " " + fact.factId(), f -> f));
        CityFact year = fact(facts, DemoFamilies.MS_ZHANG + " si.months 420100/PENSION/2021");
        assertThat(((ContributionYearFact) year.payload()).getPaid()).isEqualTo(0b111111_000000);
        CityFact doses = fact(facts, "990301201903020225 immunisation.assessment immunisation");
        assertThat(((ImmunisationFact) doses.payload()).getDueList())
                .extracting(DueDose::getVaccine)
                .containsExactlyInAnyOrder("DTaP", "MPSV-AC");
        assertThat(facts).doesNotContainKey(DemoFamilies.all().getLast().child() + " hukou.kinship kinship");
    }

    @Test
    void a_city_has_questions_to_ask() {
        assertThat(CityQuestions.of(new City(1, 20_000)))
                .hasSizeGreaterThan(500)
                .allSatisfy(question -> {
                    assertThat(question.guardians()).hasSizeBetween(1, 2);
                    assertThat(question.division()).startsWith("3502");
                });
    }

    private static CityFact fact(Map<String, CityFact> facts, String key) {
        return Optional.ofNullable(facts.get(key)).orElseThrow();
    }
}
