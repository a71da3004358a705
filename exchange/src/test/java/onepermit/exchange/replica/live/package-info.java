@NullMarked
package onepermit.exchange.replica.live;

import org.jspecify.annotations.NullMarked;
