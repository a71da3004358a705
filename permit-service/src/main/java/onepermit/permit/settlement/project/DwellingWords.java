package onepermit.permit.settlement.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import onepermit.exchange.decision.Bilingual;
import onepermit.permit.application.FullMonths;
import onepermit.permit.application.Stay;
import onepermit.permit.settlement.Settler;
import onepermit.permit.settlement.project.Told.Here;
import onepermit.permit.v1.Dwelling;
import onepermit.permit.v1.DwellingFact;

/** The unbroken stay in dwellings of the city up to the day, month by month; a month begun in an own home is one in an own home. */
final class DwellingWords implements SettlerWords {
    private static final String OWNED = "OWNED";

    @Override
    public String dataset() {
        return "dwelling";
    }

    @Override
    public List<String> names() {
        return List.of(
                "dwelling.kind",
                "dwelling.ownedMonths",
                "dwelling.otherMonths",
                "dwelling.ownedInStudy",
                "dwelling.otherInStudy");
    }

    @Override
    public void tell(Told told) {
        List<Here<Dwelling>> here = told.facts(DwellingFact.parser()).stream()
                .flatMap(fact -> fact.fact().getDwellingsList().stream().map(one -> new Here<>(one, fact.row())))
                .filter(one -> told.inCity(one.fact().getDivision()))
                .toList();
        int[] evidence = told.evidence(
                here,
                one -> new Bilingual("在本市" + told.rules().set().zh(one.getKind()), one.getKind() + " in the city"),
                new Bilingual("在本市无住所", "no dwelling in the city"));
        List<Dwelling> dwellings = here.stream().map(Here::fact).toList();
        told.words().known("dwelling.kind", kind(dwellings, told.settler().on()), evidence);
        tellMonths(told, "owned", months(dwellings, told.settler().on(), true), evidence);
        tellMonths(told, "other", months(dwellings, told.settler().on(), false), evidence);
    }

    private static void tellMonths(Told told, String which, List<LocalDate> months, int... evidence) {
        told.words().known("dwelling." + which + "Months", months.size(), evidence);
        told.inStudy("dwelling." + which + "InStudy", study -> inStudy(months, study), evidence);
    }

    private static long inStudy(List<LocalDate> months, Settler.Study study) {
        return months.stream().filter(first -> study.holds(Told.month(first))).count();
    }

    private static String kind(List<Dwelling> dwellings, LocalDate on) {
        List<String> kinds = dwellings.stream()
                .filter(one -> stay(one).covers(on))
                .map(Dwelling::getKind)
                .sorted()
                .toList();
        return kinds.contains(OWNED) ? OWNED : kinds.isEmpty() ? "NONE" : kinds.getFirst();
    }

    /** First days of the full months of the stay in one kind of dwelling. */
    private static List<LocalDate> months(List<Dwelling> dwellings, LocalDate on, boolean owned) {
        Optional<LocalDate> since =
                Stay.continuousSince(dwellings.stream().map(DwellingWords::stay).toList(), on);
        return since.stream()
                .flatMap(first ->
                        LongStream.range(0, FullMonths.between(first, on)).mapToObj(first::plusMonths))
                .filter(first -> inOwnHome(dwellings, first) == owned)
                .toList();
    }

    private static boolean inOwnHome(List<Dwelling> dwellings, LocalDate day) {
        return dwellings.stream()
                .anyMatch(one -> one.getKind().equals(OWNED) && stay(one).covers(day));
    }

    private static Stay stay(Dwelling one) {
        return Told.stay(one.getDivision(), one.getFrom(), one.getTo());
    }
}
