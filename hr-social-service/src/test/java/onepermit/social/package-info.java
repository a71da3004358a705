@NullMarked
package onepermit.social;

import org.jspecify.annotations.NullMarked;
