/**
 * Owns the counts of pupils, without persons.
 * It must not know who asks for them.
 */
@NullMarked
package onepermit.education.statistics;

import org.jspecify.annotations.NullMarked;
