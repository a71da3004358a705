/**
 * Owns how the terminal speaks to the running stack: tokens of the local issuer, calls with a deadline, failures as sentences.
 * It must not know what is asked.
 */
@NullMarked
package onepermit.local.edge;

import org.jspecify.annotations.NullMarked;
