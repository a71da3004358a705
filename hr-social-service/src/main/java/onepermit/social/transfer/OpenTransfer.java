package onepermit.social.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onepermit.exchange.decision.DecisionTable;
import onepermit.exchange.decision.DecisionTable.Stored;
import onepermit.exchange.decision.RuleSet;
import onepermit.exchange.decision.RuleSets;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.identity.WorkingDays;
import onepermit.exchange.publication.Facts;
import onepermit.exchange.rpc.Etag;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.Decision;
import onepermit.exchange.v1.Finality;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a transfer on a decision, and records its steps. */
@Component
public class OpenTransfer {
    private static final String NORMAL = "NORMAL_TRANSFER";

    private final Facts facts;
    private final Transfers transfers;
    private final DecisionTable decisions;
    private final RuleSets rules;
    private final WorkingDays calendar;
    private final TransferIds ids;

    OpenTransfer(
            Facts facts,
            Transfers transfers,
            DecisionTable decisions,
            RuleSets rules,
            WorkingDays calendar,
            TransferIds ids) {
        this.facts = facts;
        this.transfers = transfers;
        this.decisions = decisions;
        this.rules = rules;
        this.calendar = calendar;
        this.ids = ids;
    }

    @Transactional
    public PensionTransfer open(PersonKey person, DivisionCode from, DivisionCode to, String decisionId) {
        facts.lockPersons(Set.of(person));
        Decision decision = decided(person, from, to, decisionId);
        if (transfers.of(person).stream()
                .anyMatch(transfer -> transfer.waitsFor().isPresent())) {
            throw refused("TRANSFER_OPEN", "citizen_id", "a transfer is open already; it is to be closed first");
        }
        LocalDate requested = LocalDate.parse(decision.getEvaluationDate());
        PensionTransfer transfer = new PensionTransfer(
                ids.next(), person, from, to, requested, List.of(), Optional.of(due(to, requested)), decisionId, 1);
        transfers.save(transfer);
        return transfer;
    }

    /** @param transfer as the caller may see it */
    @Transactional
    public PensionTransfer advance(PensionTransfer transfer, String etag, LocalDate on) {
        facts.lockPersons(Set.of(transfer.person()));
        PensionTransfer current = transfers.find(transfer.id()).orElse(transfer);
        Etag.require(etag, current.version());
        if (current.waitsFor().isEmpty()) {
            throw refused("TRANSFER_CLOSED", "transfer_id", "the transfer is closed");
        }
        if (on.isBefore(current.last())) {
            throw refused(
                    "DATE_ORDER", "done_on", on + " is before " + current.last() + ", the day of what was done before");
        }
        PensionTransfer next = current.done(on, due(current.to(), on));
        transfers.save(next);
        return next;
    }

    /** A decision about somebody else or about other places looks like none. */
    private Decision decided(PersonKey person, DivisionCode from, DivisionCode to, String id) {
        Decision decision = decisions
                .find(id, false)
                .filter(stored -> stored.persons().getFirst().equals(person))
                .map(Stored::decision)
                .filter(stored -> rules.all().stream()
                        .anyMatch(set -> set.use().equals(CheckTransfer.USE)
                                && set.id().equals(stored.getRuleSet().getId())))
                .filter(stored -> stored.getResult().getItemsList().equals(List.of(from.value(), to.value())))
                .orElseThrow(() -> refused(
                        "DECISION_UNKNOWN", "decision_id", "no decision of this id on this transfer for this person"));
        if (!decision.getResult().getCode().equals(NORMAL) || decision.getFinality() != Finality.FINALITY_FINAL) {
            throw refused(
                    "DECISION_NO_TRANSFER",
                    "decision_id",
                    "the decision is " + decision.getOutcome() + " "
                            + decision.getResult().getCode() + "; a transfer needs a final " + NORMAL);
        }
        return decision;
    }

    private LocalDate due(DivisionCode place, LocalDate from) {
        RuleSet set = rules.inForce(CheckTransfer.USE, place, from)
                .orElseThrow(() ->
                        refused("NO_RULE_IN_FORCE", "done_on", "no rule set on transfers is in force on " + from));
        return calendar.after(from, Math.toIntExact((Long) set.parameter("stepWorkingDays")));
    }

    private static RefusalException refused(String reason, String field, String text) {
        return new RefusalException(Refusal.failedPrecondition(reason, field, text));
    }
}
