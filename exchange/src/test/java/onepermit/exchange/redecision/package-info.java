@NullMarked
package onepermit.exchange.redecision;

import org.jspecify.annotations.NullMarked;
