package onepermit.social.employment.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.load.Column;
import onepermit.exchange.load.ImportKind;
import onepermit.exchange.load.Row;
import onepermit.social.contribution.Employer;
import onepermit.social.employment.EmploymentPeriod;
import onepermit.social.employment.RecordEmployment;
import onepermit.social.employment.ReportedEmployment;
import onepermit.social.insured.Insured;
import org.springframework.stereotype.Component;

/** Employment files: one line a period. */
@Component
class EmploymentFile implements ImportKind<ReportedEmployment> {
    private final PersonKeys keys;
    private final RecordEmployment employment;

    EmploymentFile(PersonKeys keys, RecordEmployment employment) {
        this.keys = keys;
        this.employment = employment;
    }

    @Override
    public String name() {
        return "employment";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("citizen_id", "公民身份号码", "18 characters (GB 11643)"),
                Column.required("employer", "用人单位", "unified social credit code (GB 32100) or FLEXIBLE 灵活就业"),
                Column.required("division", "工作地", "division of the workplace, GB/T 2260"),
                Column.required("from", "起始日期", "YYYY-MM-DD, not in the future"),
                Column.optional("to", "截止日期", "YYYY-MM-DD; empty = current"),
                Column.optional("flexible", "灵活就业", "true or false; empty = false"));
    }

    @Override
    public ReportedEmployment read(Row row) {
        CitizenId id = row.citizenId("citizen_id");
        Employer employer = Employer.read("employer", row.text("employer"));
        LocalDate from = row.pastDate("from");
        Optional<LocalDate> to = row.dateIfAny("to");
        if (to.filter(last -> last.isBefore(from)).isPresent()) {
            throw row.refused("to", "PERIOD", "the last day lies before the first");
        }
        boolean flexible = employer.flexible() || row.flagIfAny("flexible").orElse(false);
        return new ReportedEmployment(
                new Insured(keys.of(id), id),
                new EmploymentPeriod(employer, row.division("division"), from, to, flexible));
    }

    @Override
    public void store(List<ReportedEmployment> batch) {
        employment.record(batch);
    }
}
