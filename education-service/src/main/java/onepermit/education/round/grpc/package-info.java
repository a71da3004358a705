/**
 * Owns the wire of admission rounds.
 * It must not know how rounds are stored.
 */
@NullMarked
package onepermit.education.round.grpc;

import org.jspecify.annotations.NullMarked;
