/**
 * Owns the erasure of a person at the department that owns the facts, and the search for what is left of one.
 * It must not know what a department's tables mean: each says for itself which of them are about persons.
 */
@NullMarked
package onepermit.exchange.erasure;

import org.jspecify.annotations.NullMarked;
