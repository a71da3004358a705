package onepermit.city;

import java.util.List;

/**
 * A family whose question is asked in front of the reader.
 *
 * @param name short and stable, e.g. {@code siming-full}
 * @param story one sentence that says what is special
 * @param guardians IDs, the father first
 * @param division applied in
 * @param schoolYear by its first calendar year
 */
public record DemoFamily(
        String name, String story, String child, List<String> guardians, String division, int schoolYear) {}
