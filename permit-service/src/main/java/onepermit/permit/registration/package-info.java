/**
 * Owns residence registrations: who is registered where, since when, old temporary permits included.
 * It must not know what anybody is entitled to by them.
 */
@NullMarked
package onepermit.permit.registration;

import org.jspecify.annotations.NullMarked;
