/**
 * Owns the wire of pensions: messages in, use case, messages out. It must not know SQL.
 */
@NullMarked
package onepermit.social.pension.grpc;

import org.jspecify.annotations.NullMarked;
