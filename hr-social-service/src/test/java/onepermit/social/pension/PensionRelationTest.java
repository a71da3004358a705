package onepermit.social.pension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onepermit.exchange.identity.DivisionCode;
import org.junit.jupiter.api.Test;

/** Relations from accounts. */
class PensionRelationTest {
    private static final DivisionCode XIANGYANG = new DivisionCode("420600");
    private static final DivisionCode WUHAN = new DivisionCode("420100");
    private static final DivisionCode SHENZHEN = new DivisionCode("440300");

    @Test
    void the_place_last_paid_at_comes_first_and_deemed_months_count() {
        var accounts = List.of(
                account(XIANGYANG, "1992-01", 192, Optional.of(new RelationRecord(24, false))),
                account(WUHAN, "2021-07", 62, Optional.empty()));

        assertThat(PensionRelation.of(accounts, ComparisonLevel.CITY))
                .extracting(relation -> relation.place().value(), PensionRelation::months)
                .containsExactly(tuple("420100", 62), tuple("420600", 216));
    }

    @Test
    void at_the_level_of_provinces_cities_of_one_province_are_one_place() {
        var accounts = List.of(
                account(XIANGYANG, "1992-01", 192, Optional.empty()), account(WUHAN, "2021-07", 62, Optional.empty()));

        assertThat(PensionRelation.of(accounts, ComparisonLevel.PROVINCE))
                .singleElement()
                .satisfies(relation -> {
                    assertThat(relation.place().value()).isEqualTo("420000");
                    assertThat(relation.months()).isEqualTo(254);
                });
    }

    @Test
    void a_woman_of_forty_first_insured_outside_her_province_opens_a_temporary_account() {
        LocalDate born = LocalDate.of(1971, 4, 8);
        var rule = new TemporaryAccountRule(40, YearMonth.of(2010, 1), born, XIANGYANG);

        assertThat(rule.holds(account(SHENZHEN, "2015-03", 12, Optional.empty())))
                .isTrue();
        assertThat(rule.holds(account(SHENZHEN, "2009-12", 12, Optional.empty())))
                .isFalse();
        assertThat(rule.holds(account(SHENZHEN, "2011-03", 12, Optional.empty())))
                .isFalse();
        assertThat(rule.holds(account(WUHAN, "2021-07", 12, Optional.empty()))).isFalse();
    }

    @Test
    void an_approved_transfer_on_record_makes_a_normal_account() {
        var rule = new TemporaryAccountRule(40, YearMonth.of(2010, 1), LocalDate.of(1971, 4, 8), XIANGYANG);

        assertThat(rule.holds(account(SHENZHEN, "2015-03", 12, Optional.of(new RelationRecord(0, false)))))
                .isFalse();
    }

    private static PensionAccount account(
            DivisionCode place, String from, int months, Optional<RelationRecord> record) {
        return new PensionAccount(
                place,
                Stream.iterate(YearMonth.parse(from), month -> month.plusMonths(1))
                        .limit(months)
                        .collect(Collectors.toCollection(TreeSet::new)),
                record);
    }
}
