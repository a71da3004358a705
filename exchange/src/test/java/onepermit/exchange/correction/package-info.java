@NullMarked
package onepermit.exchange.correction;

import org.jspecify.annotations.NullMarked;
