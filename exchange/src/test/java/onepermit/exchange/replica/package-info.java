/** Tests of the reading half of the road. */
@NullMarked
package onepermit.exchange.replica;

import org.jspecify.annotations.NullMarked;
