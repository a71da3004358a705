@NullMarked
package onepermit.social.transfer;

import org.jspecify.annotations.NullMarked;
