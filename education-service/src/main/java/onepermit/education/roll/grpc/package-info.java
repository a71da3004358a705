/**
 * Owns the wire of the school roll: message in, use case, message out.
 * It must not know how rolls are stored or published.
 */
@NullMarked
package onepermit.education.roll.grpc;

import org.jspecify.annotations.NullMarked;
