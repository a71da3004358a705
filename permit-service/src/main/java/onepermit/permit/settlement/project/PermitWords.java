package onepermit.permit.settlement.project;

import java.util.Comparator;
import java.util.List;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.identity.Dates;
import onepermit.permit.settlement.project.Told.Here;
import onepermit.permit.v1.PermitFact;

/** The permit of the city that was issued last, on the day. */
final class PermitWords implements SettlerWords {
    private static final String NAME = "permit.state";

    @Override
    public String dataset() {
        return "permit.status";
    }

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public void tell(Told told) {
        int on = Dates.toCode(told.settler().on());
        List<Here<PermitFact>> permits = told.facts(PermitFact.parser()).stream()
                .filter(here ->
                        told.inCity(here.fact().getDivision()) && here.fact().getIssuedOn() <= on)
                .max(Comparator.comparingInt(
                        (Here<PermitFact> here) -> here.fact().getIssuedOn()))
                .stream()
                .toList();
        String state = permits.isEmpty() ? "NONE" : state(permits.getFirst().fact(), on);
        int[] evidence = told.evidence(
                permits,
                permit -> new Bilingual("居住证" + told.rules().set().zh(state), "permit " + state),
                new Bilingual("无居住证记录", "no permit on record"));
        told.words().known(NAME, state, evidence);
    }

    private static String state(PermitFact permit, int on) {
        boolean ended = permit.getCancelledOn() != 0 && permit.getCancelledOn() <= on
                || permit.getLapsesOn() != 0 && permit.getLapsesOn() <= on;
        return ended ? "CANCELLED" : permit.getEndorsedTo() >= on ? "ACTIVE" : "SUSPENDED";
    }
}
