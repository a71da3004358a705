/**
 * Owns how a residence goes out as one fact of {@code residence.registration}, without addresses.
 * It must not know who reads it.
 */
@NullMarked
package onepermit.permit.registration.publish;

import org.jspecify.annotations.NullMarked;
