/**
 * Owns where and from when a pension is drawn: relations, retirement ages, the question put to the rules.
 * It must not know the rules themselves, which are data.
 */
@NullMarked
package onepermit.social.pension;

import org.jspecify.annotations.NullMarked;
