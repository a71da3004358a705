/**
 * Owns the wire of transfers: messages in, use case, messages out. It must not know SQL.
 */
@NullMarked
package onepermit.social.transfer.grpc;

import org.jspecify.annotations.NullMarked;
