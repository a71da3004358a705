/**
 * Owns how a person's permit goes out as one fact of {@code permit.status}: dates, no number.
 * It must not know who reads it.
 */
@NullMarked
package onepermit.permit.permit.publish;

import org.jspecify.annotations.NullMarked;
