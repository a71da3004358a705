package onepermit.permit.filing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something an application lacks.
 *
 * @param code stable
 * @param anyOf kinds of paper of which one suffices; none = no paper mends it
 * @param earliest from when it is not missing any more; null = no such day is known
 */
public record MissingItem(
        String code,
        String textZh,
        String textEn,
        String article,
        List<String> anyOf,
        @Nullable LocalDate earliest) {

    boolean mendedBy(List<Material> given) {
        return given.stream().map(Material::kind).anyMatch(anyOf::contains);
    }
}
