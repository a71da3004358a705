@NullMarked
package onepermit.exchange.statistics;

import org.jspecify.annotations.NullMarked;
