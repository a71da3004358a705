package onepermit.education.allocation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an application stands and where it would stand.
 *
 * @param schoolBefore null = waiting
 * @param schoolAfter null = waiting
 */
public record Move(
        String number,
        int rankBefore,
        int rankAfter,
        int pointsBefore,
        int pointsAfter,
        @Nullable String schoolBefore,
        @Nullable String schoolAfter) {

    public boolean rankMoved() {
        return rankBefore != rankAfter;
    }

    public boolean schoolMoved() {
        return !Objects.equals(schoolBefore, schoolAfter);
    }
}
