package onepermit.exchange.agreement.keep;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.v1.AgreementEvent;
import onepermit.exchange.v1.SharingAgreement;

/** Every request for an agreement or for more of one that this department was to answer, and when it did. */
public final class RequestHistory {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Set<String> ASKED = Set.of("REQUESTED", "WIDENING_REQUESTED");
    private static final Set<String> REFUSED = Set.of("REFUSED", "WIDENING_REFUSED");
    private static final Set<String> GRANTED = Set.of("APPROVED", "WIDENED");
    private static final int PAGE = 200;

    private final AgreementTable table;
    private final AnswerDue due;

    /**
     * A request.
     *
     * @param due the last day for its answer
     * @param answered the day of its answer; empty while it waits
     * @param refused whether the answer was no
     */
    public record Asked(LocalDate due, Optional<LocalDate> answered, boolean refused) {}

    RequestHistory(AgreementTable table, AnswerDue due) {
        this.table = table;
        this.due = due;
    }

    public List<Asked> all() {
        List<Asked> all = new ArrayList<>();
        List<AgreementTable.Stored> page = table.page("", "", PAGE);
        while (!page.isEmpty()) {
            page.forEach(stored -> all.addAll(requests(stored.body())));
            page = table.page("", page.getLast().body().getId(), PAGE);
        }
        return all;
    }

    private List<Asked> requests(SharingAgreement agreement) {
        List<Asked> requests = new ArrayList<>();
        Optional<LocalDate> open = Optional.empty();
        for (AgreementEvent event : agreement.getHistoryList()) {
            if (ASKED.contains(event.getAct())) {
                open = Optional.of(lastDay(event));
            } else if (open.isPresent() && (REFUSED.contains(event.getAct()) || GRANTED.contains(event.getAct()))) {
                requests.add(new Asked(open.get(), Optional.of(day(event)), REFUSED.contains(event.getAct())));
                open = Optional.empty();
            }
        }
        open.ifPresent(last -> requests.add(new Asked(last, Optional.empty(), false)));
        return requests;
    }

    private LocalDate lastDay(AgreementEvent asked) {
        return LocalDate.parse(due.request(asked.getTerms(), "", day(asked)).getDueOn());
    }

    private static LocalDate day(AgreementEvent event) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(event.getAt().getSeconds()), SHANGHAI);
    }
}
