package onepermit.education.round;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import onepermit.education.school.School;
import onepermit.education.school.Schools;
import onepermit.education.school.Stage;
import onepermit.exchange.identity.DivisionCode;
import org.springframework.stereotype.Service;

/** Opens a round and ends its filing; each runs inside the caller's transaction. */
@Service
public class OpenRound {
    private static final int SEED_BYTES = 32;

    private final Rounds rounds;
    private final Schools schools;
    private final Procedures procedures;
    private final SecureRandom seeds;

    OpenRound(Rounds rounds, Schools schools, Procedures procedures, SecureRandom seeds) {
        this.rounds = rounds;
        this.schools = schools;
        this.procedures = procedures;
        this.seeds = seeds;
    }

    /** The seed is drawn here, before anybody has a number it could be chosen for. */
    public AdmissionRound open(
            DivisionCode division, int year, LocalDate opens, LocalDate closes, List<SeatsAsked> asked) {
        if (closes.isBefore(opens)) {
            throw RoundRefusals.days(opens, closes);
        }
        AdmissionRound round = new AdmissionRound(
                AdmissionRound.idOf(division, year),
                year,
                division,
                procedures.of(division).orElseThrow(RoundRefusals::noProcedure),
                new Filing(opens, closes, false),
                seats(division, asked),
                seed(),
                1);
        if (!rounds.add(round)) {
            throw RoundRefusals.open();
        }
        return round;
    }

    public AdmissionRound closeFiling(AdmissionRound locked) {
        AdmissionRound closed = locked.filingClosed();
        rounds.storeFiling(closed);
        return closed;
    }

    private SortedMap<String, Integer> seats(DivisionCode division, List<SeatsAsked> asked) {
        Map<String, School> known =
                schools.findAll(asked.stream().map(SeatsAsked::school).toList());
        SortedMap<String, Integer> seats = new TreeMap<>();
        for (int i = 0; i < asked.size(); i++) {
            School school = known.get(asked.get(i).school());
            if (school == null) {
                throw RoundRefusals.schoolUnknown(i);
            }
            if (school.stage() != Stage.PRIMARY || !division.contains(school.division())) {
                throw RoundRefusals.schoolElsewhere(i);
            }
            if (seats.put(school.code(), asked.get(i).seats()) != null) {
                throw RoundRefusals.schoolTwice(i);
            }
        }
        return seats;
    }

    private String seed() {
        byte[] seed = new byte[SEED_BYTES];
        seeds.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }
}
