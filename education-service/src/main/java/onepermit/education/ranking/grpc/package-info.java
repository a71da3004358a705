/**
 * Owns the wire of rankings and objections; the published list is open to anyone.
 * It must not know how they are stored.
 */
@NullMarked
package onepermit.education.ranking.grpc;

import org.jspecify.annotations.NullMarked;
