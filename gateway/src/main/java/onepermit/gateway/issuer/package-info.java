/**
 * Owns the local token issuer: its key, its clients, and the claims of its tokens.
 * It must not know what a token opens.
 */
@NullMarked
package onepermit.gateway.issuer;

import org.jspecify.annotations.NullMarked;
