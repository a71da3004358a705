@NullMarked
package onepermit.exchange.agreement.keep;

import org.jspecify.annotations.NullMarked;
