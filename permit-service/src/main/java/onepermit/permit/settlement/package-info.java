/**
 * Owns how somebody comes to local hukou: filings, what was found on them, their ranking and the score that a city fixes. It must not know
 * how facts travel, nor what a table gives for what.
 */
@NullMarked
package onepermit.permit.settlement;

import org.jspecify.annotations.NullMarked;
