package onepermit.permit;

import static org.assertj.core.api.Assertions.assertThat;

import onepermit.exchange.erasure.OwnRecords;
import onepermit.exchange.publication.FactRow;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.testing.Erasing;
import onepermit.exchange.testing.OwnTables;
import onepermit.exchange.testing.SyntheticIds;
import onepermit.exchange.v1.TraceState;
import onepermit.permit.v1.KinshipFact;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No statute keeps what public security has here. */
class ErasureTest extends PermitOffice {

    @Test
    void every_table_is_named_for_erasure() {
        OwnTables.areAllNamed(service().bean(OwnRecords.class), service().bean(JdbcClient.class));
    }

    @Test
    void nothing_of_an_erased_person_is_left_in_any_table_nor_in_the_facts_of_the_children() throws Exception {
        String citizen = SyntheticIds.woman("1985-03-09");
        String child = SyntheticIds.man("2012-06-01");
        String father = SyntheticIds.man("1984-01-01");
        load("person", "公民身份号码,姓名,户籍地,户籍起始日", citizen + ",林晓燕,430100,1985-03-09");
        load("residence", "公民身份号码,居住地,地址,登记类型,起始日期,截止日期", citizen + ",350203,甲路1号,居住登记,20250106,");
        load("permit", "公民身份号码,签发地,证件编号,签发日期,签注有效期,注销日期", citizen + ",350203,R-" + citizen + ",2025-07-22,2026-07-22,");
        load("dwelling", "公民身份号码,所在地,住所类型,起始日期,截止日期,份额万分比,用途,登记编号", citizen + ",350203,自有,2025-01-06,,5000,商住,X9");
        load("kinship", "子女身份号码,父母身份号码,关系", child + "," + citizen + ",母亲", child + "," + father + ",父亲");
        assertThat(tagsOf(child)).isEqualTo(2);
        Erasing erasing = new Erasing(service(), "permit");
        assertThat(erasing.prove(citizen).getTracesList())
                .filteredOn(trace ->
                        trace.getPlace().startsWith("table") && trace.getState() == TraceState.TRACE_STATE_PRESENT)
                .hasSize(6);

        assertThat(erasing.erase(citizen).getKeptList()).isEmpty();

        assertThat(erasing.prove(citizen).getTracesList())
                .extracting(trace -> trace.getState())
                .doesNotContain(TraceState.TRACE_STATE_PRESENT, TraceState.TRACE_STATE_KEPT);
        assertThat(tagsOf(child)).isEqualTo(1);
    }

    private int tagsOf(String child) throws Exception {
        FactRow fact = service()
                .bean(Facts.class)
                .current("hukou.kinship", key(child), "kinship")
                .orElseThrow();
        return KinshipFact.parseFrom(fact.payload()).getTagsCount();
    }
}
