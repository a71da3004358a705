package onepermit.social.contribution.grpc;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.CitizenIds;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKeys;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.social.contribution.Contribution;
import onepermit.social.contribution.Employer;
import onepermit.social.contribution.InsuranceKind;
import onepermit.social.contribution.Payment;
import onepermit.social.insured.Insured;
import onepermit.social.v1.ContributionLine;
import onepermit.social.v1.PostContributionsRequest;
import onepermit.social.v1.RejectedContribution;
import org.springframework.stereotype.Component;

/** Lines of a batch, read one by one: a bad line is answered by its index and hinders no other. */
@Component
class ContributionLines {
    private final CitizenIds citizenIds;
    private final PersonKeys keys;
    private final Clock clock;

    ContributionLines(CitizenIds citizenIds, PersonKeys keys, Clock clock) {
        this.citizenIds = citizenIds;
        this.keys = keys;
        this.clock = clock;
    }

    /** A batch as it was read. */
    record Read(List<Contribution> good, List<RejectedContribution> bad) {}

    Read read(PostContributionsRequest batch, DivisionCode place, Employer employer) {
        Read read = new Read(new ArrayList<>(batch.getLinesCount()), new ArrayList<>(0));
        for (int index = 0; index < batch.getLinesCount(); index++) {
            try {
                read.good.add(contribution(batch.getLines(index), place, employer));
            } catch (RefusalException e) {
                read.bad.add(rejected(batch.getRequestId(), index, e.refusal()));
            }
        }
        return read;
    }

    private Contribution contribution(ContributionLine line, DivisionCode place, Employer employer) {
        CitizenId id = citizenIds.read("citizen_id", line.getCitizenId());
        return new Contribution(
                new Insured(keys.of(id), id),
                place,
                kind(line.getKindValue()),
                month(line.getMonth()),
                new Payment(employer, base(line.getBaseFen()), line.getBackPaid()));
    }

    static InsuranceKind kind(int number) {
        return InsuranceKind.of(number)
                .orElseThrow(() -> refused("ENUM_UNKNOWN", "kind", number + " is no InsuranceKind; expected 1 to 5"));
    }

    private YearMonth month(String text) {
        YearMonth month = parsed(text);
        if (month.isAfter(YearMonth.now(clock))) {
            throw refused("DATE_FUTURE", "month", month + " is in the future; expected this month or before");
        }
        return month;
    }

    private static YearMonth parsed(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw refused("MONTH_FORMAT", "month", "expected a month as YYYY-MM");
        }
    }

    private static long base(long fen) {
        if (fen < 0) {
            throw refused("NUMBER", "base_fen", "expected 0 or more fen");
        }
        return fen;
    }

    private static RefusalException refused(String reason, String field, String text) {
        return new RefusalException(Refusal.invalid(reason, field, text));
    }

    private static RejectedContribution rejected(String requestId, int index, Refusal refusal) {
        return RejectedContribution.newBuilder()
                .setRequestId(requestId)
                .setIndex(index)
                .setField(refusal.field())
                .setReason(refusal.reason())
                .setText(refusal.text())
                .build();
    }
}
