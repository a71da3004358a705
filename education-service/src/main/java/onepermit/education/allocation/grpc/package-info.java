/**
 * Owns the wire of allocations.
 * It must not know how they are stored.
 */
@NullMarked
package onepermit.education.allocation.grpc;

import org.jspecify.annotations.NullMarked;
