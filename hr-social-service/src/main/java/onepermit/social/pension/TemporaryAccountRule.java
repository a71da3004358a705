package onepermit.social.pension;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import onepermit.exchange.decision.RuleSet;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.Sex;

/**
 * Who is first insured at an age outside the province of the hukou opens a temporary account there; figures are the rule set's.
 *
 * @param age years from which on
 * @param since months before it open normal accounts at any age
 */
record TemporaryAccountRule(int age, YearMonth since, LocalDate birthDate, DivisionCode hukou) {

    static TemporaryAccountRule of(RuleSet rules, CitizenId id, DivisionCode hukou) {
        String age = id.sex() == Sex.MALE ? "temporaryAgeMen" : "temporaryAgeWomen";
        return new TemporaryAccountRule(
                ((Long) rules.parameter(age)).intValue(),
                YearMonth.from(Dates.fromCode(((Long) rules.parameter("temporarySince")).intValue())),
                id.birthDate(),
                hukou);
    }

    /** What the office recorded holds, an approved transfer for example; the rule speaks where nothing is recorded. */
    boolean holds(PensionAccount account) {
        return account.record().map(RelationRecord::temporary).orElseGet(() -> opensTemporary(account));
    }

    private boolean opensTemporary(PensionAccount account) {
        if (account.paid().isEmpty() || account.place().province().equals(hukou.province())) {
            return false;
        }
        YearMonth first = account.paid().first();
        return !first.isBefore(since) && birthDate.until(first.atDay(1), ChronoUnit.YEARS) >= age;
    }
}
