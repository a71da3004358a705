@NullMarked
package onepermit.education.statistics;

import org.jspecify.annotations.NullMarked;
