/**
 * Owns the file kind {@code person}; it must not know how names and hukou places are stored.
 * Lines become names and hukou places.
 */
@NullMarked
package onepermit.permit.identity.load;

import org.jspecify.annotations.NullMarked;
