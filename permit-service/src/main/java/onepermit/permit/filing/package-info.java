/**
 * Owns an application for a permit from its pre-filled draft to the permit: states, one-time notice, papers, due dates.
 * It must not know any condition of a permit: {@code application} answers that, by rules.
 */
@NullMarked
package onepermit.permit.filing;

import org.jspecify.annotations.NullMarked;
