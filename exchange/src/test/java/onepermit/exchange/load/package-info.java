@NullMarked
package onepermit.exchange.load;

import org.jspecify.annotations.NullMarked;
