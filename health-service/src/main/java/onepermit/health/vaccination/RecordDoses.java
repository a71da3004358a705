package onepermit.health.vaccination;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.health.recipient.Recipient;
import onepermit.health.recipient.Recipients;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records doses: record, fact and version in one transaction. */
@Component
public class RecordDoses {
    /** No vaccine of the programme is repeated within a week; two days so close are one dose written down twice. */
    private static final long CLOSEST_DAYS = 7;

    private final Facts facts;
    private final Recipients recipients;
    private final Doses doses;
    private final Schedules schedules;
    private final ImmunisationPublication publication;

    RecordDoses(
            Facts facts, Recipients recipients, Doses doses, Schedules schedules, ImmunisationPublication publication) {
        this.facts = facts;
        this.recipients = recipients;
        this.doses = doses;
        this.schedules = schedules;
        this.publication = publication;
    }

    /** Records one dose given at the counter. An empty etag adds to whatever is there. */
    @Transactional
    public void record(RecordedDose dose, String etag) {
        PersonKey person = dose.recipient().key();
        facts.lockPersons(Set.of(person));
        if (!etag.isEmpty()) {
            Etag.require(etag, doses.version(person));
        }
        refuseSecondEntry(dose);
        store(List.of(dose));
    }

    /** Records doses of a file. */
    @Transactional
    public void record(List<RecordedDose> batch) {
        facts.lockPersons(batch.stream().map(dose -> dose.recipient().key()).collect(Collectors.toSet()));
        store(batch);
    }

    private void store(List<RecordedDose> batch) {
        Set<Recipient> persons = batch.stream().map(RecordedDose::recipient).collect(Collectors.toSet());
        recipients.add(persons);
        Set<PersonKey> changed = doses.add(batch);
        if (!changed.isEmpty()) {
            Map<PersonKey, Immunisation> due = new HashMap<>();
            doses.records(changed).forEach((person, record) -> due.put(person, record.under(schedules)));
            publication.changed(due);
        }
    }

    private void refuseSecondEntry(RecordedDose entry) {
        doses.of(entry.recipient().key()).stream()
                .filter(known -> known.vaccine() == entry.dose().vaccine())
                .filter(known -> !known.givenOn().equals(entry.dose().givenOn()))
                .filter(known -> Math.abs(ChronoUnit.DAYS.between(
                                known.givenOn(), entry.dose().givenOn()))
                        < CLOSEST_DAYS)
                .findFirst()
                .ifPresent(known -> {
                    throw new RefusalException(Refusal.alreadyExists(
                            "DOSE_RECORDED",
                            "given_on",
                            "a dose of " + known.vaccine().code() + " is recorded on " + known.givenOn()
                                    + ", less than " + CLOSEST_DAYS + " days apart; it is the same dose"));
                });
    }
}
