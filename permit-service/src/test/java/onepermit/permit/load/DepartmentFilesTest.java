package onepermit.permit.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.RejectedLine;
import onepermit.permit.Officer.Loaded;
import onepermit.permit.PermitOffice;
import org.junit.jupiter.api.Test;

class DepartmentFilesTest extends PermitOffice {

    @Test
    void the_same_file_again_changes_no_fact() {
        String citizen = SyntheticIds.man("1990-01-01");
        String parent = SyntheticIds.woman("1960-01-01");

        for (int time = 1; time <= 2; time++) {
            load("person", "公民身份号码,姓名,户籍地,户籍起始日", citizen + ",买买提·艾力,430100,1990-01-01");
            load("residence", "公民身份号码,居住地,地址,登记类型,起始日期,截止日期", citizen + ",350203,甲路1号,居住登记,20250106,");
            load(
                    "permit",
                    "公民身份号码,签发地,证件编号,签发日期,签注有效期,注销日期",
                    citizen + ",350203,R-" + citizen + ",2025-07-22,2026-07-22,");
            load("dwelling", "公民身份号码,所在地,住所类型,起始日期,截止日期,份额万分比,用途,登记编号", citizen + ",350203,自有,2025-01-06,,5000,商住,X1");
            load("kinship", "子女身份号码,父母身份号码,关系", citizen + "," + parent + ",母亲");
        }

        for (String dataset : List.of(
                "hukou.place", "name.tag", "residence.registration", "permit.status", "dwelling", "hukou.kinship")) {
            assertThat(fact(citizen, dataset).version()).as(dataset).isEqualTo(1);
        }
    }

    @Test
    void a_period_stored_open_is_closed_by_a_later_file() {
        String citizen = SyntheticIds.man("1990-01-01");
        load("residence", "citizen_id,division,kind,from", citizen + ",350203,REGISTRATION,2025-01-06");

        load("residence", "citizen_id,division,kind,from,to", citizen + ",350203,REGISTRATION,2025-01-06,2025-03-31");

        assertThat(fact(citizen, "residence.registration").version()).isEqualTo(2);
    }

    @Test
    void an_old_file_takes_no_endorsement_back() {
        String citizen = SyntheticIds.man("1990-01-01");
        String header = "citizen_id,division,number,issued_on,endorsed_to";
        load("permit", header, citizen + ",350203,E-" + citizen + ",2023-07-22,2025-07-22");
        byte[] published = fact(citizen, "permit.status").payload();

        load("permit", header, citizen + ",350203,E-" + citizen + ",2023-07-22,2024-07-22");

        assertThat(fact(citizen, "permit.status").payload()).isEqualTo(published);
    }

    @Test
    void lines_that_cannot_be_are_rejected_one_by_one_and_the_rest_is_taken() {
        String citizen = SyntheticIds.man("1990-01-01");
        String father = SyntheticIds.man("1960-01-01");

        Loaded loaded = officer()
                .load(
                        "kinship",
                        "child_id,parent_id,relation",
                        citizen + "," + father + ",FATHER",
                        citizen + "," + father + ",MOTHER",
                        father + "," + citizen + ",FATHER",
                        citizen + ",990101199506120118,FATHER");

        assertThat(loaded.accepted()).isEqualTo(1);
        assertThat(loaded.rejects())
                .extracting(RejectedLine::getReason)
                .containsExactly("KINSHIP_SEX", "KINSHIP_AGE", "CITIZEN_ID_CHECK_DIGIT");
        assertThat(loaded.rejects())
                .allSatisfy(line ->
                        assertThat(line.getText()).doesNotContain(father).doesNotContain(citizen));
    }

    @Test
    void a_permit_number_of_somebody_else_is_rejected_alone() {
        String citizen = SyntheticIds.man("1990-01-01");
        String header = "citizen_id,division,number,issued_on,endorsed_to";
        load("permit", header, citizen + ",350203,D-" + citizen + ",2025-07-22,2026-07-22");

        Loaded loaded = officer()
                .load(
                        "permit",
                        header,
                        SyntheticIds.man("1990-01-01") + ",350203,F-" + citizen + ",2025-07-22,2026-07-22",
                        SyntheticIds.man("1990-01-01") + ",350203,D-" + citizen + ",2025-07-22,2026-07-22");

        assertThat(loaded.accepted()).isEqualTo(1);
        assertThat(loaded.rejects()).singleElement().satisfies(line -> {
            assertThat(line.getLine()).isEqualTo(3);
            assertThat(line.getReason()).isEqualTo("PERMIT_NUMBER_TAKEN");
        });
    }

    private FactRow fact(String citizen, String dataset) {
        String id = dataset.substring(dataset.indexOf('.') + 1);
        String factId = switch (dataset) {
            case "hukou.place" -> "hukou";
            case "name.tag" -> "name";
            case "residence.registration" -> "residence";
            case "permit.status" -> "permit";
            default -> id;
        };
        return service()
                .bean(Facts.class)
                .current(dataset, key(citizen), factId)
                .orElseThrow();
    }
}
