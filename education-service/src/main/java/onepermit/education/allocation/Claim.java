package onepermit.education.allocation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an application wants.
 *
 * @param preferences school codes, the most wanted first
 */
public record Claim(String number, List<String> preferences) {

    /** Which preference a school is, from 1; 0 for none. */
    int wish(@Nullable String school) {
        return school == null ? 0 : preferences.indexOf(school) + 1;
    }
}
