package onepermit.permit.application.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import onepermit.exchange.decision.Bilingual;
import onepermit.exchange.identity.Dates;
import onepermit.exchange.publication.FactRow;
import onepermit.permit.application.FullMonths;
import onepermit.permit.application.PermitApplication;
import onepermit.permit.application.Stay;
import onepermit.permit.registration.ResidenceKind;
import onepermit.permit.v1.ResidenceFact;

/** Public security's own record of registrations and old permits: it counts whether or not the paper still exists. */
final class ResidenceWords implements Words {

    @Override
    public String dataset() {
        return "residence.registration";
    }

    @Override
    public List<String> names() {
        return List.of("residence.months", "residence.since", "residence.card", "workPermit.months");
    }

    @Override
    public void tell(Reading reading, PermitApplication application) {
        Optional<LocalDate> registered = since(reading, application, kind -> kind != ResidenceKind.WORK_PERMIT.code());
        Optional<LocalDate> working = since(reading, application, kind -> kind == ResidenceKind.WORK_PERMIT.code());
        int[] evidence = {evidence(reading, application, registered)};
        reading.known("residence.months", months(registered, application.on()), evidence);
        reading.known("residence.since", Dates.toCode(registered.orElse(application.on())), evidence);
        reading.known("residence.card", card(reading, application), evidence);
        reading.known("workPermit.months", months(working, application.on()), evidence);
    }

    private static boolean card(Reading reading, PermitApplication application) {
        return stays(
                        reading,
                        application,
                        kind -> kind == ResidenceKind.REGISTRATION_CARD.code()
                                || kind == ResidenceKind.TEMPORARY_PERMIT.code())
                .stream()
                .anyMatch(stay -> stay.covers(application.on()));
    }

    private static Optional<LocalDate> since(Reading reading, PermitApplication application, IntPredicate kind) {
        return Stay.continuousSince(stays(reading, application, kind), application.on());
    }

    private static List<Stay> stays(Reading reading, PermitApplication application, IntPredicate kind) {
        return reading.rows().stream()
                .flatMap(row -> Reading.read(ResidenceFact.parser(), row).getPeriodsList().stream())
                .filter(period -> kind.test(period.getKind()))
                .map(period -> PeriodDates.stay(period.getDivision(), period.getFrom(), period.getTo()))
                .filter(stay -> stay.in(application.city()))
                .toList();
    }

    private static int evidence(Reading reading, PermitApplication application, Optional<LocalDate> since) {
        Bilingual value = text(reading, application, since);
        List<FactRow> rows = reading.rows();
        return rows.isEmpty() ? reading.absence(value) : reading.evidence(rows.getFirst(), value);
    }

    private static Bilingual text(Reading reading, PermitApplication application, Optional<LocalDate> since) {
        String city = application.city().value();
        String on = application.on().toString();
        return since.map(day -> new Bilingual(
                        day + "起在" + reading.zh(city) + "登记居住", "registered in " + city + " since " + day))
                .orElse(new Bilingual(
                        on + "在" + reading.zh(city) + "无居住登记", "not registered in " + city + " on " + on));
    }

    private static long months(Optional<LocalDate> since, LocalDate on) {
        return since.map(day -> FullMonths.between(day, on)).orElse(0L);
    }
}
