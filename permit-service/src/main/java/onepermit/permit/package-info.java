/**
 * Owns the department of public security as one process: its features, wired.
 * It must not know how another department works.
 */
@NullMarked
package onepermit.permit;

import org.jspecify.annotations.NullMarked;
