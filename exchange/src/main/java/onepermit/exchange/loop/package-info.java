/** Owns how a thread of its own runs again and again as long as the process lives. It must not know what it runs. */
@NullMarked
package onepermit.exchange.loop;

import org.jspecify.annotations.NullMarked;
