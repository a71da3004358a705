@NullMarked
package onepermit.exchange.supervision;

import org.jspecify.annotations.NullMarked;
