@NullMarked
package onepermit.exchange.catalogue;

import org.jspecify.annotations.NullMarked;
