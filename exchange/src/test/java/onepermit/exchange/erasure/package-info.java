@NullMarked
package onepermit.exchange.erasure;

import org.jspecify.annotations.NullMarked;
