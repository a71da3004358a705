/**
 * Owns months of wage income tax, kept for the tax authority. It must not know amounts: none is brought in.
 */
@NullMarked
package onepermit.social.wagetax;

import org.jspecify.annotations.NullMarked;
