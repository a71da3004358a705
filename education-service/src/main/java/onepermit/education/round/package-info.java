/**
 * Owns the admission round of a school year and division: its seats, its days, its procedure and the seed of its lottery.
 * It must not know any child.
 */
@NullMarked
package onepermit.education.round;

import org.jspecify.annotations.NullMarked;
