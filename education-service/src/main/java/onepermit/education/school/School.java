package onepermit.education.school;

import onepermit.exchange.identity.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * A school.
 *
 * @param code school code, unique in the department
 * @param seats seats of one intake (学位)
 * @param isPublic public (公办); null = not told
 */
public record School(
        String code,
        String name,
        DivisionCode division,
        Stage stage,
        int seats,
        @Nullable Boolean isPublic) {}
