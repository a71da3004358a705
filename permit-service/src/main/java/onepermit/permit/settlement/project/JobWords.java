package onepermit.permit.settlement.project;

import java.util.List;
import onepermit.exchange.decision.Bilingual;
import onepermit.permit.settlement.project.Told.Here;
import onepermit.social.v1.EmploymentFact;
import onepermit.social.v1.EmploymentPeriod;

/** Work in the city on the day; what work it is, nobody asks. */
final class JobWords implements SettlerWords {
    private static final String NAME = "job.kind";

    @Override
    public String dataset() {
        return "employment.current";
    }

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public void tell(Told told) {
        List<Here<EmploymentPeriod>> jobs = told.facts(EmploymentFact.parser()).stream()
                .flatMap(here -> here.fact().getPeriodsList().stream().map(period -> new Here<>(period, here.row())))
                .filter(here -> now(told, here.fact()))
                .limit(1)
                .toList();
        int[] evidence = told.evidence(
                jobs,
                job -> new Bilingual("在本市" + told.rules().set().zh(kind(job)), kind(job) + " in the city"),
                new Bilingual("在本市无就业", "no work in the city"));
        told.words().known(NAME, jobs.isEmpty() ? "NONE" : kind(jobs.getFirst().fact()), evidence);
    }

    private static boolean now(Told told, EmploymentPeriod period) {
        return told.inCity(period.getDivision())
                && Told.stay(period.getDivision(), period.getFrom(), period.getTo())
                        .covers(told.settler().on());
    }

    private static String kind(EmploymentPeriod job) {
        return job.getFlexible() ? "FLEXIBLE" : "EMPLOYED";
    }
}
