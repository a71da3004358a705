package onepermit.social.employment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import onepermit.exchange.identity.PersonKey;
import onepermit.social.contribution.ContributionLedger;
import onepermit.social.contribution.CurrentEmployer;
import onepermit.social.contribution.EmployerMonths;
import onepermit.social.contribution.InsuranceKind;
import onepermit.social.contribution.LedgerListener;
import onepermit.social.contribution.LedgerYear;
import org.springframework.stereotype.Component;

/** Employment, from reports and contributions together. */
@Component
class Employments implements LedgerListener, CurrentEmployer {
    private final EmploymentRecords records;
    private final ContributionLedger ledger;
    private final EmploymentPublication publication;

    Employments(EmploymentRecords records, ContributionLedger ledger, EmploymentPublication publication) {
        this.records = records;
        this.ledger = ledger;
        this.publication = publication;
    }

    @Override
    public void changed(Collection<LedgerYear> years) {
        publish(years.stream()
                .map(LedgerYear::key)
                .filter(year -> year.kind() == InsuranceKind.PENSION)
                .map(LedgerYear.Key::person)
                .collect(Collectors.toSet()));
    }

    @Override
    public Optional<Employed> of(PersonKey person, LocalDate day) {
        return of(Set.of(person)).values().stream()
                .flatMap(employment -> employment.periods().stream())
                .filter(period -> period.covers(day))
                .max(Comparator.comparing(EmploymentPeriod::from))
                .map(period -> new Employed(period.employer(), period.division()));
    }

    void publish(Set<PersonKey> persons) {
        if (!persons.isEmpty()) {
            publication.changed(of(persons));
        }
    }

    private Map<PersonKey, Employment> of(Set<PersonKey> persons) {
        Map<PersonKey, List<EmploymentPeriod>> reported = records.of(persons);
        Map<PersonKey, List<EmployerMonths>> contributions =
                ledger.pensionMonths(persons).stream().collect(Collectors.groupingBy(EmployerMonths::person));
        Map<PersonKey, Employment> employments = LinkedHashMap.newLinkedHashMap(persons.size());
        for (PersonKey person : persons) {
            employments.put(
                    person,
                    Employment.of(
                            reported.getOrDefault(person, List.of()), contributions.getOrDefault(person, List.of())));
        }
        return employments;
    }
}
