@NullMarked
package onepermit.verify;

import org.jspecify.annotations.NullMarked;
