package onepermit.education.admission;

import org.jspecify.annotations.Nullable;

/**
 * A kind of paper.
 *
 * @param dataset where its fact is shared; null when no department shares it
 * @param department that owns the dataset
 */
public record Document(
        String kind, @Nullable String dataset, @Nullable String department) {}
