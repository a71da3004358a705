@NullMarked
package onepermit.exchange.agreement;

import org.jspecify.annotations.NullMarked;
