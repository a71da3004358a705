/**
 * Owns the local certificate authority and the certificates it gives out: who is who between the processes of the stack.
 * It must not know what a certificate opens.
 */
@NullMarked
package onepermit.local.trust;

import org.jspecify.annotations.NullMarked;
