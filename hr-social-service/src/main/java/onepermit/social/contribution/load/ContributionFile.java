package onepermit.social.contribution.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.load.Column;
import onepermit.exchange.load.ImportKind;
import onepermit.exchange.load.Row;
import onepermit.social.contribution.Contribution;
import onepermit.social.contribution.Employer;
import onepermit.social.contribution.InsuranceKind;
import onepermit.social.contribution.Payment;
import onepermit.social.contribution.PostContributions;
import onepermit.social.insured.Insured;
import org.springframework.stereotype.Component;

/** Contribution files: one line a month of one person, place, kind and employer. */
@Component
class ContributionFile implements ImportKind<Contribution> {
    private static final Map<String, InsuranceKind> KINDS = kinds();
    private static final long HIGHEST_BASE_FEN = 1_000_000_000_000L;

    private final PersonKeys keys;
    private final PostContributions contributions;

    ContributionFile(PersonKeys keys, PostContributions contributions) {
        this.keys = keys;
        this.contributions = contributions;
    }

    @Override
    public String name() {
        return "contribution";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("citizen_id", "公民身份号码", "18 characters (GB 11643)"),
                Column.required("place", "参保地", "pooling region, GB/T 2260"),
                Column.required(
                        "kind", "险种", "PENSION 养老 | MEDICAL 医疗 | UNEMPLOYMENT 失业 | WORK_INJURY 工伤 | MATERNITY 生育"),
                Column.required("month", "缴费月份", "YYYY-MM, not in the future"),
                Column.required("employer", "用人单位", "unified social credit code (GB 32100) or FLEXIBLE 灵活就业"),
                Column.required("base_fen", "缴费基数分", "contribution base, fen a month"),
                Column.optional("back_paid", "补缴", "true or false; empty = false"));
    }

    @Override
    public Contribution read(Row row) {
        CitizenId id = row.citizenId("citizen_id");
        return new Contribution(
                new Insured(keys.of(id), id),
                row.division("place"),
                row.code("kind", KINDS),
                row.month("month"),
                new Payment(
                        Employer.read("employer", row.text("employer")),
                        row.integer("base_fen", 0, HIGHEST_BASE_FEN),
                        row.flagIfAny("back_paid").orElse(false)));
    }

    @Override
    public void store(List<Contribution> batch) {
        contributions.post(batch);
    }

    private static Map<String, InsuranceKind> kinds() {
        Map<String, InsuranceKind> kinds = new HashMap<>();
        for (InsuranceKind kind : InsuranceKind.values()) {
            kinds.put(kind.name(), kind);
            kinds.put(kind.nameZh(), kind);
            kinds.put(kind.nameZh() + "保险", kind);
        }
        return Map.copyOf(kinds);
    }
}
