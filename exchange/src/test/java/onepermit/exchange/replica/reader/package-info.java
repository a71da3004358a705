/** Fault tests of the reader. */
@NullMarked
package onepermit.exchange.replica.reader;

import org.jspecify.annotations.NullMarked;
