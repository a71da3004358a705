@NullMarked
package onepermit.permit.statistics;

import org.jspecify.annotations.NullMarked;
