/**
 * Owns the tables of rankings and objections.
 * It must not know how a ranking is made.
 */
@NullMarked
package onepermit.education.ranking.store;

import org.jspecify.annotations.NullMarked;
