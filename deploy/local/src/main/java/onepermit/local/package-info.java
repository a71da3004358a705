/**
 * Owns the stack of one machine: its places, ports and processes, started and stopped in order, and the commands of {@code ./onepermit}.
 * It must not know what the departments decide; it speaks to them only through the gateway and their actuators.
 */
@NullMarked
package onepermit.local;

import org.jspecify.annotations.NullMarked;
