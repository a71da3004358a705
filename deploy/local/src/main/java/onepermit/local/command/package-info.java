/**
 * Owns the commands of {@code ./onepermit}: options in, sentences and tables out.
 * It must not know how a process is started; it asks the stack.
 */
@NullMarked
package onepermit.local.command;

import org.jspecify.annotations.NullMarked;
