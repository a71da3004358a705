/**
 * Owns which permits of other places count here: agreements as data, and a verification that shows nothing but status and validity.
 * It must not know addresses.
 */
@NullMarked
package onepermit.permit.recognition;

import org.jspecify.annotations.NullMarked;
