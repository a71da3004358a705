/**
 * Owns how a line of the department's file of the roll is read.
 * It must not know how rolls are stored.
 */
@NullMarked
package onepermit.education.roll.load;

import org.jspecify.annotations.NullMarked;
