@NullMarked
package onepermit.social.contribution;

import org.jspecify.annotations.NullMarked;
