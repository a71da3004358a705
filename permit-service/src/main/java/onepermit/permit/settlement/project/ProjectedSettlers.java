package onepermit.permit.settlement.project;

import java.util.List;
import onepermit.exchange.claim.ClaimWords;
import onepermit.exchange.replica.FactReader;
import onepermit.exchange.replica.FactsRead;
import onepermit.exchange.v1.RequestContext;
import onepermit.permit.settlement.SettlementRules;
import onepermit.permit.settlement.Settler;
import onepermit.permit.settlement.SettlerFacts;
import org.springframework.stereotype.Component;

/** One read of all that departments know of a person. */
@Component
class ProjectedSettlers implements SettlerFacts {
    private static final List<SettlerWords> ALL =
            List.of(new PermitWords(), new InsuranceWords(), new JobWords(), new DwellingWords(), new TaxWords());

    private final FactReader reader;

    ProjectedSettlers(FactReader reader) {
        this.reader = reader;
    }

    @Override
    public void tell(ClaimWords words, Settler settler, SettlementRules rules, RequestContext context) {
        FactsRead read = reader.read(List.of(settler.person()), context);
        ALL.forEach(of -> {
            Told told = new Told(
                    words,
                    settler,
                    rules,
                    read.find(settler.person(), of.dataset(), settler.division().value()));
            if (told.fresh()) {
                of.tell(told);
            } else {
                told.unknown(of.names());
            }
        });
    }
}
