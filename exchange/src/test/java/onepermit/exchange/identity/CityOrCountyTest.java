package onepermit.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CityOrCountyTest {

    @ParameterizedTest(name = "{0} belongs to {1}")
    @CsvSource({
        "110112, 110000", // Tongzhou is a district of Beijing
        "310000, 310000",
        "350203, 350200", // Siming is a district of Xiamen
        "350200, 350200",
        "330282, 330282", // Cixi is a city of its own
        "361123, 361123", // Yushan is a county
        "429004, 429004" // a city directly under Hubei
    })
    void a_district_belongs_to_its_city_and_a_county_to_itself(String division, String city) {
        assertThat(CityOrCounty.of(new DivisionCode(division))).isEqualTo(new DivisionCode(city));
    }
}
