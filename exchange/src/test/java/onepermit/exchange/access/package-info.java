/** Tests of who calls and what they may. */
@NullMarked
package onepermit.exchange.access;

import org.jspecify.annotations.NullMarked;
