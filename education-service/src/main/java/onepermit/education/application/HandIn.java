package onepermit.education.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import onepermit.education.admission.AdmissionQuestion;
import onepermit.education.round.AdmissionRound;
import onepermit.education.round.Rounds;
import org.springframework.stereotype.Service;

/** Takes an application in, inside the caller's transaction. It is verified afterwards: nobody stands in line behind a verification. */
@Service
public class HandIn {
    private final Rounds rounds;
    private final Applications applications;
    private final Clock clock;

    HandIn(Rounds rounds, Applications applications, Clock clock) {
        this.rounds = rounds;
        this.applications = applications;
        this.clock = clock;
    }

    /** @param question the family as it is verified */
    public SchoolApplication take(AdmissionQuestion question, String roundId, List<String> preferences) {
        AdmissionRound round = rounds.locked(roundId);
        LocalDate today = LocalDate.now(clock);
        round.filing().requireOpen(today);
        requireFit(round, preferences);
        SchoolApplication application = new SchoolApplication(
                "%s-%06d".formatted(roundId, rounds.nextNumber(roundId)),
                roundId,
                question.child().key(),
                question.born(),
                question.guardians().stream()
                        .map(guardian -> new Guardian(guardian.key(), Objects.requireNonNull(guardian.sex())))
                        .toList(),
                preferences,
                today,
                List.of(),
                null,
                false,
                1);
        if (!applications.add(application, round.year())) {
            throw ApplicationRefusals.applied();
        }
        return application;
    }

    private static void requireFit(AdmissionRound round, List<String> preferences) {
        int most = round.procedure().mostPreferences();
        if (preferences.size() > most) {
            throw ApplicationRefusals.tooManyPreferences(most);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < preferences.size(); i++) {
            if (!round.seats().containsKey(preferences.get(i))) {
                throw ApplicationRefusals.notInRound(i);
            }
            if (!seen.add(preferences.get(i))) {
                throw ApplicationRefusals.schoolTwice(i);
            }
        }
    }
}
