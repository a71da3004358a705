/**
 * Owns the table {@code school}.
 * It must not know where schools come from.
 */
@NullMarked
package onepermit.education.school.store;

import org.jspecify.annotations.NullMarked;
