package onepermit.social.pension;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The statutory retirement ages, as dated editions. */
public final class RetirementAges {
    private final List<Edition> editions;

    public RetirementAges(List<Edition> editions) {
        this.editions = List.copyOf(editions);
    }

    /** One edition and the days for which it holds. */
    public record Edition(
            String id,
            String document,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Map<RetirementGroup, Rule> groups) {

        boolean holdsOn(LocalDate day) {
            return from.map(first -> !day.isBefore(first)).orElse(true)
                    && to.map(last -> !day.isAfter(last)).orElse(true);
        }
    }

    /** The age of a group; an edition may delay it by birth month. */
    public record Rule(int ageMonths, Optional<Delay> delay) {

        int monthsFor(YearMonth born) {
            return ageMonths + delay.map(by -> by.monthsFor(born)).orElse(0);
        }
    }

    /** One month more for every step of birth months from the first on. */
    public record Delay(YearMonth bornFrom, int stepMonths, int maxMonths) {

        int monthsFor(YearMonth born) {
            int since = Math.toIntExact(bornFrom.until(born, ChronoUnit.MONTHS));
            return since < 0 ? 0 : Math.min(maxMonths, since / stepMonths + 1);
        }
    }

    /** @param day for which the age is asked: it chooses the edition */
    public RetirementAge of(RetirementGroup group, LocalDate birthDate, LocalDate day) {
        Edition edition = editions.stream()
                .filter(one -> one.holdsOn(day))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no retirement age is in force on " + day));
        int months = Objects.requireNonNull(edition.groups().get(group)).monthsFor(YearMonth.from(birthDate));
        return new RetirementAge(months, birthDate.plusMonths(months), edition.document());
    }
}
