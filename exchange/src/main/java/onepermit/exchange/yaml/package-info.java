/**
 * Owns how a file of settings is read strictly: unknown keys, missing values and dates that no calendar has are errors that name their place.
 * It must not know what any file is about.
 */
@NullMarked
package onepermit.exchange.yaml;

import org.jspecify.annotations.NullMarked;
