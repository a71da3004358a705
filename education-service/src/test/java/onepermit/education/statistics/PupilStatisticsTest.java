package onepermit.education.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onepermit.education.Ground;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.load.FileImport;
import onepermit.exchange.load.Reject;
import onepermit.exchange.publication.FactChange;
import onepermit.exchange.testing.Await;
import onepermit.exchange.testing.Owner;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.CountRequest;
import onepermit.exchange.v1.StatisticCell;
import onepermit.exchange.v1.StatisticsServiceGrpc;
import org.junit.jupiter.api.Test;

/** E05 and G03: the shares of migrant pupils and of public schools that the study publishes come out of fixtures of pupils. */
class PupilStatisticsTest {
    private static final String ELSEWHERE = "430100";
    private final Ground ground = Ground.get();
    private final List<String> rolls = new ArrayList<>();
    private final List<FactChange> hukou = new ArrayList<>();

    @Test
    void g03_inner_mongolia_14_85_percent_of_pupils_and_92_68_of_these_in_public_schools() {
        city("150000", 1657, 246, 228);

        assertThat(share("school.share.migrant", "150000").getShareBp()).isEqualTo(1485);
        assertThat(share("school.share.migrant.public", "150000").getShareBp()).isEqualTo(9268);
        assertThat(share("school.pupils", "150000").getCount()).isEqualTo(1657);
        assertThat(share("school.pupils.migrant", "150000").getCount()).isEqualTo(246);
    }

    @Test
    void e05_jiaxing_20_and_54_percent_cixi_22_4_and_40_1() {
        city("330400", 250, 50, 27);
        city("330282", 634, 142, 57);

        assertThat(share("school.share.migrant", "330400").getShareBp()).isEqualTo(2000);
        assertThat(share("school.share.migrant.public", "330400").getShareBp()).isEqualTo(5400);
        assertThat(share("school.share.migrant", "330282").getShareBp()).isEqualTo(2240);
        assertThat(share("school.share.migrant.public", "330282").getShareBp()).isEqualTo(4014);
    }

    @Test
    void who_has_left_or_whose_hukou_is_not_known_is_told_apart_and_another_district_is_no_migrant() {
        school("ST-350205", "350205", true);
        for (int i = 0; i < 30; i++) {
            pupil("ST-350205", i < 12 ? ELSEWHERE : "350211");
        }
        for (int i = 0; i < 11; i++) {
            rolls.add(SyntheticIds.man("2015-01-01") + ",ST-350205,PRIMARY,2021-09-01,");
        }
        rolls.add(SyntheticIds.man("2015-01-01") + ",ST-350205,PRIMARY,2020-09-01,2021-10-30");
        brought();

        StatisticCell migrant = share("school.pupils.migrant", "350205");

        assertThat(migrant.getCount()).isEqualTo(12);
        assertThat(migrant.getUnknown()).isEqualTo(11);
        assertThat(share("school.pupils", "350205").getCount()).isEqualTo(41);
    }

    private void city(String division, int pupils, int migrants, int publics) {
        String publicSchool = "ST-P-" + division;
        String privateSchool = "ST-N-" + division;
        school(publicSchool, division, true);
        school(privateSchool, division, false);
        for (int i = 0; i < pupils; i++) {
            pupil(i < migrants && i >= publics ? privateSchool : publicSchool, i < migrants ? ELSEWHERE : division);
        }
        brought();
    }

    private void pupil(String school, String hukouPlace) {
        String pupil = SyntheticIds.man("2015-01-01");
        rolls.add(pupil + "," + school + ",PRIMARY,2021-09-01,");
        hukou.add(Owner.hukou(ground.bean(PersonKeys.class).of(new CitizenId(pupil)), hukouPlace));
    }

    private void school(String code, String division, boolean isPublic) {
        load(
                "school",
                List.of(
                        "code,name,division,stage,seats,public",
                        code + ",示例学校," + division + ",PRIMARY,90," + isPublic));
    }

    private void brought() {
        List<String> file = new ArrayList<>(List.of("citizen_id,school,stage,from,to"));
        file.addAll(rolls);
        load("roll", file);
        List<PersonKey> persons = hukou.stream().map(FactChange::person).toList();
        ground.publish(Map.of("permit", List.copyOf(hukou)), persons.subList(persons.size() - 1, persons.size()));
        HukouPlaces places = ground.bean(HukouPlaces.class);
        Await.until(
                "every hukou place is known here",
                () -> places.of(persons, LocalDate.of(2021, 10, 31)).size() == persons.size());
        rolls.clear();
        hukou.clear();
    }

    private void load(String kind, List<String> lines) {
        List<Reject> rejects = new ArrayList<>();
        byte[] file = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        try {
            ground.bean(FileImport.class)
                    .run(kind, new ByteArrayInputStream(file), progress -> rejects.addAll(progress.rejects()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(rejects).isEmpty();
    }

    private StatisticCell share(String definition, String division) {
        return ground.officer(division, StatisticsServiceGrpc.newBlockingStub(ground.channel()))
                .count(CountRequest.newBuilder()
                        .setDefinition(definition)
                        .setDivision(division)
                        .setMonth("2021-10")
                        .build())
                .getTotal();
    }
}
