package onepermit.exchange.agreement.keep;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import onepermit.exchange.v1.AgreementTerms;
import onepermit.exchange.v1.DatasetGrant;

/** How far terms reach, to tell what takes away from what adds. */
final class Scope {
    private Scope() {}

    /** Nothing in the one that is not in the other: no dataset, field, purpose or day. */
    static boolean inside(AgreementTerms narrow, AgreementTerms wide) {
        Map<String, Set<String>> given = fields(wide);
        return fields(narrow).entrySet().stream()
                        .allMatch(one ->
                                given.getOrDefault(one.getKey(), Set.of()).containsAll(one.getValue()))
                && given.keySet().containsAll(fields(narrow).keySet())
                && wide.getPurposesList().containsAll(narrow.getPurposesList())
                && narrow.getValidFrom().compareTo(wide.getValidFrom()) >= 0
                && narrow.getValidTo().compareTo(wide.getValidTo()) <= 0;
    }

    private static Map<String, Set<String>> fields(AgreementTerms terms) {
        return terms.getGrantsList().stream()
                .collect(Collectors.toMap(DatasetGrant::getDataset, grant -> Set.copyOf(grant.getFieldsList())));
    }
}
