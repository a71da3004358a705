@NullMarked
package onepermit.social.points;

import org.jspecify.annotations.NullMarked;
