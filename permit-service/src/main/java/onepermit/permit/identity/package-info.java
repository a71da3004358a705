/**
 * Owns names and how two spellings of one compare.
 * It must not know what a comparison is asked for, and never gives a name away.
 */
@NullMarked
package onepermit.permit.identity;

import org.jspecify.annotations.NullMarked;
