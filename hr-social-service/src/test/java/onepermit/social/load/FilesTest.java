package onepermit.social.load;

import static onepermit.social.Office.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import onepermit.exchange.load.Reject;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.social.Office;
import onepermit.social.v1.EmploymentFact;
import onepermit.social.v1.EmploymentPeriod;
import onepermit.social.v1.WageTaxYearFact;
import org.junit.jupiter.api.Test;

/** Files of the department: re-runnable, bad lines rejected alone, facts as they say. */
class FilesTest {
    private static final String CONTRIBUTION = "citizen_id,place,kind,month,employer,base_fen,back_paid";
    private static final String EMPLOYMENT = "公民身份号码,用人单位,工作地,起始日期,截止日期,灵活就业";
    private final Office office = Office.open();
    private final String person = SyntheticIds.woman("1988-08-08");

    @Test
    void bad_lines_are_rejected_and_the_rest_is_stored() {
        List<Reject> rejects = office.load(
                "contribution",
                List.of(
                        CONTRIBUTION,
                        person + ",350200,养老保险,2025-06," + SHOP + ",500000,",
                        person + ",350200,PENSION,2025-07,91990101MA0000008H,500000,false",
                        person + ",350200,HOUSING,2025-07,FLEXIBLE,500000,false",
                        person + ",350200,PENSION,2099-07,FLEXIBLE,500000,false",
                        person + ",350200,PENSION,202507,灵活就业,500000,true"));

        assertThat(rejects)
                .extracting(Reject::line, Reject::reason)
                .containsExactly(
                        tuple(3L, "EMPLOYER_CHECK_DIGIT"), tuple(4L, "CODE_UNKNOWN"), tuple(5L, "DATE_FUTURE"));
        assertThat(office.history(person).getSeries(0).getTotalMonths()).isEqualTo(2);
    }

    @Test
    void the_same_file_again_changes_nothing() {
        List<String> file = List.of(
                CONTRIBUTION,
                person + ",350200,PENSION,2025-06," + SHOP + ",500000,",
                person + ",350200,PENSION,2025-07," + SHOP + ",500000,");
        office.load("contribution", file);
        long version = fact("si.months", "350200/PENSION/2025").version();
        String etag = office.history(person).getEtag();

        assertThat(office.load("contribution", file)).isEmpty();

        assertThat(fact("si.months", "350200/PENSION/2025").version()).isEqualTo(version);
        assertThat(office.history(person).getEtag()).isEqualTo(etag);
    }

    @Test
    void employment_is_published_without_the_employer_and_a_period_may_be_closed() throws Exception {
        office.load("employment", List.of(EMPLOYMENT, person + "," + SHOP + ",350203,2020-08-01,,false"));
        assertThat(employment())
                .extracting(EmploymentPeriod::getDivision, EmploymentPeriod::getFrom, EmploymentPeriod::getTo)
                .containsExactly(tuple("350203", 20200801, 0));
        assertThat(office.history(person).getCurrentEmployer()).isEqualTo(SHOP);

        office.load("employment", List.of(EMPLOYMENT, person + "," + SHOP + ",350203,2020-08-01,2024-12-31,false"));

        assertThat(employment()).extracting(EmploymentPeriod::getTo).containsExactly(20241231);
        assertThat(office.history(person).getCurrentEmployer()).isEmpty();
    }

    @Test
    void contributions_of_an_employer_prove_employment() throws Exception {
        office.load(
                "contribution",
                List.of(
                        CONTRIBUTION,
                        person + ",350200,PENSION,2025-01," + SHOP + ",500000,",
                        person + ",350200,PENSION,2025-02," + SHOP + ",500000,"));

        assertThat(employment())
                .extracting(EmploymentPeriod::getDivision, EmploymentPeriod::getFrom, EmploymentPeriod::getTo)
                .containsExactly(tuple("350200", 20250101, 20250430));
    }

    @Test
    void taxed_months_of_a_place_and_year_are_one_fact() throws Exception {
        office.load(
                "wage-tax",
                List.of(
                        "citizen_id,place,month",
                        person + ",110112,2016-04",
                        person + ",110112,2016-06",
                        person + ",110112,2016-04"));

        assertThat(WageTaxYearFact.parseFrom(fact("iit.months", "110112/2016").payload())
                        .getMonths())
                .isEqualTo(0b0010_1000);
    }

    private List<EmploymentPeriod> employment() throws InvalidProtocolBufferException {
        return EmploymentFact.parseFrom(fact("employment.current", "employment").payload())
                .getPeriodsList();
    }

    private FactRow fact(String dataset, String factId) {
        return office.service
                .bean(Facts.class)
                .current(dataset, office.key(person), factId)
                .orElseThrow();
    }
}
