/**
 * Owns permit points: estimate, filing, determination, confirmation, and how long a score stands.
 * It must not know the table of points, which is data.
 */
@NullMarked
package onepermit.social.points;

import org.jspecify.annotations.NullMarked;
