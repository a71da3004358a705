@NullMarked
package onepermit.social.pension;

import org.jspecify.annotations.NullMarked;
