@NullMarked
package onepermit.exchange.looks;

import org.jspecify.annotations.NullMarked;
