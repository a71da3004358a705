@NullMarked
package onepermit.exchange.publication;

import org.jspecify.annotations.NullMarked;
