@NullMarked
package onepermit.social.load;

import org.jspecify.annotations.NullMarked;
