@NullMarked
package onepermit.social.employment;

import org.jspecify.annotations.NullMarked;
