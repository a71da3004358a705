/**
 * Owns how a look at many children is recorded: who is told of, in leaves that have room for them.
 * It must not know what was answered.
 */
@NullMarked
package onepermit.education.look;

import org.jspecify.annotations.NullMarked;
