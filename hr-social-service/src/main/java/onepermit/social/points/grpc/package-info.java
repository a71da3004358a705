/**
 * Owns the wire of points: messages in, use case, messages out. It must not know SQL.
 */
@NullMarked
package onepermit.social.points.grpc;

import org.jspecify.annotations.NullMarked;
