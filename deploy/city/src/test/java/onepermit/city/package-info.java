@NullMarked
package onepermit.city;

import org.jspecify.annotations.NullMarked;
