package onepermit.education.exam;

import onepermit.exchange.decision.CaseFacts;
import onepermit.exchange.decision.RuleSet;

/** Asks what departments know of a family. */
public interface ExamFamilies {

    /** In the words of the vocabulary, each with its evidence. */
    CaseFacts of(ExamQuestion question, RuleSet rules);
}
