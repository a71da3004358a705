@NullMarked
package onepermit.exchange.atrest;

import org.jspecify.annotations.NullMarked;
