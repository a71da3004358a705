/**
 * Owns the wire of contributions: messages in, use case, messages out. It must not know SQL.
 */
@NullMarked
package onepermit.social.contribution.grpc;

import org.jspecify.annotations.NullMarked;
