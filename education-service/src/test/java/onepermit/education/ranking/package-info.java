@NullMarked
package onepermit.education.ranking;

import org.jspecify.annotations.NullMarked;
