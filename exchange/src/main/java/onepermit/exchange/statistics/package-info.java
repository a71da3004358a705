/**
 * Owns statistics without persons: what is counted, under one definition for all departments, and which counts are too small to be told.
 * It must not know any department's records: each counts its own.
 */
@NullMarked
package onepermit.exchange.statistics;

import org.jspecify.annotations.NullMarked;
