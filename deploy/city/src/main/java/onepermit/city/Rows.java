package onepermit.city;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a department's file says of one resident, in the order of its columns. */
final class Rows {
    private Rows() {}

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static Stream<List<String>> person(Resident person) {
        return Stream.of(List.of(person.id(), person.name(), person.hukou(), text(person.hukouSince())));
    }

    static Stream<List<String>> residence(Resident person) {
        return person.stays().stream()
                .map(stay -> List.of(
                        person.id(), stay.division(), stay.address(), stay.kind(), text(stay.from()), text(stay.to())));
    }

    static Stream<List<String>> dwelling(Resident person) {
        return person.homes().stream()
                .map(home -> List.of(
                        person.id(),
                        home.division(),
                        home.kind(),
                        text(home.from()),
                        text(home.to()),
                        home.kind().equals("OWNED") ? text(home.shareBp()) : "",
                        home.usage(),
                        home.registerNo()));
    }

    static Stream<List<String>> permit(Resident person) {
        return person.permits().stream()
                .map(card -> List.of(
                        person.id(),
                        card.division(),
                        card.number(),
                        text(card.issuedOn()),
                        text(card.endorsedTo()),
                        text(card.cancelledOn())));
    }

    static Stream<List<String>> employment(Resident person) {
        return person.jobs().stream()
                .map(job -> List.of(
                        person.id(),
                        job.employer(),
                        job.division(),
                        text(job.from()),
                        text(job.to()),
                        text(job.flexible())));
    }

    static Stream<List<String>> contribution(Resident person) {
        return person.covers().stream()
                .flatMap(cover -> cover.kinds().stream().flatMap(kind -> contributions(person, cover, kind)));
    }

    /** As postings come: months in time first, then late ones, and a corrected month a second time at the end. */
    private static Stream<List<String>> contributions(Resident person, Cover cover, String kind) {
        Stream<List<String>> inTime = cover.months()
                .filter(month -> !cover.backPaid().contains(month))
                .map(month -> month(person, cover, kind, month, cover.baseFen() - error(cover, month)));
        Stream<List<String>> late = cover.months()
                .filter(month -> cover.backPaid().contains(month))
                .map(month -> month(person, cover, kind, month, cover.baseFen()));
        Stream<List<String>> corrected = cover.months()
                .filter(month -> error(cover, month) > 0)
                .map(month -> month(person, cover, kind, month, cover.baseFen()));
        return Stream.of(inTime, late, corrected).flatMap(lines -> lines);
    }

    private static long error(Cover cover, YearMonth month) {
        return cover.corrected() && month.equals(cover.to()) ? 10_000 : 0;
    }

    private static List<String> month(Resident person, Cover cover, String kind, YearMonth month, long baseFen) {
        return List.of(
                person.id(),
                cover.place(),
                kind,
                text(month),
                cover.employer(),
                text(baseFen),
                text(cover.backPaid().contains(month)));
    }

    static Stream<List<String>> wageTax(Resident person) {
        return person.taxed().stream()
                .flatMap(taxed -> taxed.months().map(month -> List.of(person.id(), taxed.place(), text(month))));
    }

    static List<String> school(School school) {
        return List.of(
                school.code(),
                school.name(),
                school.division(),
                school.stage(),
                text(school.seats()),
                text(school.publicSchool()));
    }

    /** One unit a district. */
    static List<String> vaccinationUnit(String division) {
        return List.of("U-" + division, division + "预防接种门诊", division);
    }

    static Stream<List<String>> roll(Resident person) {
        return person.schooling().stream()
                .map(years -> List.of(
                        person.id(),
                        years.school().code(),
                        years.school().stage(),
                        text(years.from()),
                        text(years.to())));
    }

    static Stream<List<String>> familyPlanning(Resident person) {
        return Stream.ofNullable(person.familyPlanning()).map(compliant -> List.of(person.id(), text(compliant)));
    }
}
