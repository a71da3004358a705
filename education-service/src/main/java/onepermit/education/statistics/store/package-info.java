/**
 * Owns the SQL of pupils to be counted.
 * It must not know what a migrant pupil is.
 */
@NullMarked
package onepermit.education.statistics.store;

import org.jspecify.annotations.NullMarked;
