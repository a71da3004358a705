package onepermit.social.pension;

import java.time.LocalDate;
import java.util.Optional;
import onepermit.exchange.identity.CitizenId;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.identity.PersonKey;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.exchange.v1.RequestContext;

/**
 * Where does this person draw the pension?
 *
 * @param division of the officer who asks: its rules apply
 * @param level of comparison; empty = by the rules
 * @param group of retirement age; empty = the usual one of the sex
 * @param makeUpMonths months that the person would make up at the place of the relation
 * @param claimedOn day of the claim, the evaluation date
 * @param context why it is asked and for which case
 */
public record BenefitQuestion(
        PersonKey person,
        CitizenId id,
        DivisionCode division,
        Optional<ComparisonLevel> level,
        Optional<RetirementGroup> group,
        int makeUpMonths,
        LocalDate claimedOn,
        RequestContext context) {

    public BenefitQuestion {
        if (group.filter(stated -> !stated.holds(id.sex())).isPresent()) {
            throw new RefusalException(Refusal.invalid(
                    "GROUP_SEX", "group", "the group of retirement age does not fit the sex that the ID number tells"));
        }
    }

    RetirementGroup retirementGroup() {
        return group.orElseGet(() -> RetirementGroup.usual(id.sex()));
    }
}
