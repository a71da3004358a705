/**
 * Owns the contract of settlement on the wire. It must not know SQL.
 */
@NullMarked
package onepermit.permit.settlement.grpc;

import org.jspecify.annotations.NullMarked;
