package onepermit.city;

import java.util.Collection;
import java.util.List;
import onepermit.exchange.v1.ImportResponse;

/**
 * What became of a load.
 *
 * @param reasons of rejected lines, a few for each file; a city of ours has none
 */
public record Loaded(long lines, long accepted, long rejected, List<String> reasons) {

    static Loaded of(Collection<ImportResponse> answers) {
        return new Loaded(
                answers.stream().mapToLong(ImportResponse::getLines).sum(),
                answers.stream().mapToLong(ImportResponse::getAccepted).sum(),
                answers.stream().mapToLong(ImportResponse::getRejected).sum(),
                answers.stream()
                        .flatMap(answer -> answer.getRejectsList().stream().limit(3))
                        .map(reject -> "line %d, %s: %s (%s)"
                                .formatted(reject.getLine(), reject.getColumn(), reject.getReason(), reject.getText()))
                        .toList());
    }
}
