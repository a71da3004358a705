/**
 * Owns what a process is to the stack: started apart from the terminal, remembered by a pid file, awaited, stopped with patience.
 * It must not know which process it is.
 */
@NullMarked
package onepermit.local.process;

import org.jspecify.annotations.NullMarked;
