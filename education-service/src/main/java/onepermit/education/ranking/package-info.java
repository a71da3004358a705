/**
 * Owns the ranking of a round, its publication and the objections to it.
 * It must not know who the children are nor which schools they want.
 */
@NullMarked
package onepermit.education.ranking;

import org.jspecify.annotations.NullMarked;
